from pathlib import Path

import pytest

from summitry.model.problems import InputError
from summitry.sources.historian.markup import entries

TWO = """<?xml version="1.0"?>
<trips>
    <trip who="a">
        <id>1</id>
        <remarks>Met
            somebody.</remarks>
    </trip>
    <trip who="b">
        <id>2</id>
        <country id="x">X &amp; Y</country>
    </trip>
</trips>
"""

BOMB = "".join(f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}">' for n in range(9))


def written(folder: Path, text: str) -> Path:
    path = folder / "some.xml"
    path.write_text(text, "utf-8")
    return path


def test_an_entry_has_its_text_its_attributes_and_its_line(tmp_path: Path) -> None:
    found, problems = entries(written(tmp_path, TWO), "trip")
    assert not problems
    assert [entry.where for entry in found] == ["some.xml:3", "some.xml:8"]
    assert found[0].text["remarks"] == "Met somebody."
    assert found[1].text["country"] == "X & Y"
    assert found[1].attributes == {("trip", "who"): "b", ("country", "id"): "x"}


@pytest.mark.parametrize(
    "broken", ["<id>2</wrong>", "<id>2", "<id>&nothing;</id>", "<id>\x01</id>"]
)
def test_a_broken_entry_is_reported_with_its_line_and_the_rest_is_read(
    tmp_path: Path, broken: str
) -> None:
    third = "    <trip who='c'>\n<id>3</id></trip>\n</trips>"
    text = TWO.replace("<id>2</id>", broken).replace("</trips>", third)
    found, problems = entries(written(tmp_path, text), "trip")
    assert [entry.text["id"] for entry in found] == ["1", "3"]
    assert [entry.line for entry in found] == [3, 12]
    (problem,) = problems
    file, line = problem.where.split(":")
    assert file == "some.xml"
    assert 8 <= int(line) <= 12


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE trips [<!ENTITY who SYSTEM 'file:///etc/passwd'>]>",
        f"<!DOCTYPE trips [{BOMB}]>",
        "<!DOCTYPE trips SYSTEM 'http://example.org/trips.dtd'>",
        "<!DOCTYPE trips>",
    ],
)
def test_what_declares_a_document_type_is_refused_in_one_line(tmp_path: Path, head: str) -> None:
    text = TWO.replace("<trips>", f"{head}\n<trips>")
    with pytest.raises(InputError, match=r"^refused 'some\.xml': .*$") as refused:
        entries(written(tmp_path, text), "trip")
    assert "\n" not in str(refused.value)


def test_a_file_that_is_none_of_the_data_sets_gives_nothing(tmp_path: Path) -> None:
    assert entries(written(tmp_path, "<other/>"), "trip") == ((), ())
    found, problems = entries(written(tmp_path, "no XML at all"), "trip")
    assert not found
    assert [problem.where for problem in problems] == ["some.xml:1"]


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="can't read"):
        entries(tmp_path / "none.xml", "trip")
