from __future__ import annotations

import struct
from pathlib import Path

import pytest

from summitry.faces.plot import PictureKind
from summitry.telling.pictures.look import DARK, LIGHT, PIXELS, Width
from summitry.telling.pictures.render import SCALE
from tests.faces.command import answered, call


@pytest.mark.parametrize("kind", PictureKind)
def test_a_picture_is_written_as_its_suffix_says(tmp_path: Path, kind: PictureKind) -> None:
    svg, png = tmp_path / "a.svg", tmp_path / "a.PNG"
    for file in (svg, png):
        ran = answered("plot", kind.value, "Reagan", "Gorbachev", "-o", str(file))
        assert ran.out == ""
    text = svg.read_text("utf-8")
    assert text.startswith("<svg ")
    assert "prefers-color-scheme" in text
    assert "Ronald Reagan and Mikhail Gorbachev" in text
    wide, _ = struct.unpack(">II", png.read_bytes()[16:24])
    assert wide == PIXELS[Width.WIDE] * SCALE


def test_theme_and_width_are_those_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    pair = ("plot", "timeline", "Reagan", "Gorbachev", "-o", str(file))
    answered(*pair, "--theme", "dark", "--width", "narrow")
    text = file.read_text("utf-8")
    assert DARK.ground in text
    assert LIGHT.ground not in text
    assert f'width="{PIXELS[Width.NARROW]}"' in text


def test_options_choose_what_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    pair = ("plot", "timeline", "Reagan", "Gorbachev", "-o", str(file))
    answered(*pair, "--since", "1986", "--until", "1987", "--mode", "in-person")
    assert "2 encounters in person, 1986–1987" in file.read_text("utf-8")
    answered(*pair, "--as-of", "1985-12-31")
    assert "As of 31 December 1985." in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["a.jpg", "a", ".svg", "a.svg.gz"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    ran = call("plot", "map", "Putin", "Obama", "-o", name, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert f'"{name}"' in ran.err
    assert "expected a file whose name ends in .svg or .png" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["pie", "Putin", "Obama", "-o", "a.svg"], "'timeline', 'map', 'topics'"),
        (["map", "Putin", "Nobody", "-o", "a.svg"], '"Nobody"'),
        (["map", "Putin", "Obama"], "'-o'"),
        (["map", "Putin", "Obama", "-o", "a.svg", "--theme", "sepia"], "'light', 'dark'"),
        (["map", "Putin", "Obama", "-o", "a.svg", "--since", "soon"], '"soon"'),
        (["map", "Putin", "Obama", "-o", "no/a.svg"], 'no folder "no"'),
    ],
)
def test_a_bad_call_is_told_in_one_line(tmp_path: Path, arguments: list[str], says: str) -> None:
    ran = call("plot", *arguments, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert says in ran.err
