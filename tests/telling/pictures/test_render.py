from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from itertools import product
from xml.etree import ElementTree as ET

import pytest

from summitry.telling.pictures.canvas import Picture
from summitry.telling.pictures.look import DARK, LIGHT, Look, Theme, Width
from summitry.telling.pictures.render import SCALE, as_png, as_svg
from tests.telling.pictures.drawn import MAKERS, PAIRS, bundled, small

SVG = "{http://www.w3.org/2000/svg}"
LOOKS = [Look(theme, width) for theme, width in product((None, *Theme), Width)]
SMALL = 80_000


def pictures(look: Look) -> Iterator[Picture]:
    """Of every pair as it is drawn unless asked otherwise, else of one that met and one not."""
    for make in MAKERS.values():
        for pair in PAIRS if look == Look() else (PAIRS[0], PAIRS[-1]):
            yield make(bundled(*pair), look)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_an_svg_stands_alone(look: Look) -> None:
    for picture in pictures(look):
        svg = as_svg(picture)
        root = parsed(svg)
        assert (root.get("width"), root.get("height")) == (str(picture.width), str(picture.height))
        assert "href" not in svg
        assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
        assert not {"script", "image", "foreignObject"} & {
            element.tag.removeprefix(SVG) for element in root.iter()
        }
        assert all(url.startswith("#") for url in re.findall(r"url\(([^)]*)", svg))
        assert len(svg.encode()) < SMALL


def test_a_specification_holds_all_its_data() -> None:
    for picture in pictures(Look()):
        assert '"url"' not in json.dumps(picture.spec)


def test_an_svg_is_named_and_told() -> None:
    for picture in pictures(Look()):
        root = parsed(as_svg(picture))
        title, desc = root[0], root[1]
        assert (title.tag, title.text) == (f"{SVG}title", picture.title)
        assert (desc.tag, desc.text) == (f"{SVG}desc", picture.alt)
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


def test_pictures_of_a_page_share_no_id() -> None:
    ids = [
        element.attrib["id"]
        for picture in pictures(Look())
        for element in parsed(as_svg(picture)).iter()
        if "id" in element.attrib
    ]
    assert len(ids) == len(set(ids))


DRAWN_ELSEWHERE = """
import sys, hashlib
from summitry.telling.pictures.look import Look
from summitry.telling.pictures.render import as_svg, as_png
from tests.telling.pictures.drawn import MAKERS, bundled
for make in MAKERS.values():
    picture = make(bundled("Putin", "Obama"), Look())
    print(hashlib.sha256(as_svg(picture).encode() + as_png(picture)).hexdigest())
"""


def test_the_same_picture_has_the_same_bytes_in_every_process_and_time_zone() -> None:
    found = [
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-c", DRAWN_ELSEWHERE],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    ]
    assert found[0] == found[1]
    picture = MAKERS["map"](bundled("Putin", "Obama"), Look())
    once = as_svg(picture)
    assert as_svg(picture) == once


def test_colours_are_those_of_the_theme_and_without_one_of_both() -> None:
    make = MAKERS["timeline"]
    light, dark, both = (
        as_svg(make(bundled("Putin", "Obama"), Look(theme)))
        for theme in (Theme.LIGHT, Theme.DARK, None)
    )
    for svg, palette, other in ((light, LIGHT, DARK), (dark, DARK, LIGHT)):
        assert palette.ink in svg
        assert other.ink not in svg
        assert "<style" not in svg
    (style,) = re.findall(r"<style>(.*)</style>", both)
    assert style.startswith("@media (prefers-color-scheme:dark)")
    for colour in set(re.findall(r'(?:fill|stroke)="(#\w+)"', both)):
        assert colour in style


def test_a_name_that_xml_gives_a_meaning_is_told_as_it_is() -> None:
    shown = small(title='A <b> & "C"')
    root = parsed(as_svg(MAKERS["timeline"](shown, Look())))
    assert root[0].text == 'A <b> & "C"'


@pytest.mark.parametrize("kind", MAKERS)
def test_a_png_has_the_size_that_is_promised(kind: str) -> None:
    picture = MAKERS[kind](bundled("Reagan", "Gorbachev"), Look(width=Width.NARROW))
    png = as_png(picture)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (picture.width * SCALE, picture.height * SCALE)
