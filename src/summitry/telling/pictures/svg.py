"""A drawn picture made fit for pages: named, small, the same each time, in light and in dark.

The library draws; this takes out what a picture that nobody clicks on doesn't need, shortens
its numbers, and adds a title, a description and, where the picture follows its reader, the other
colours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final
from xml.etree import ElementTree as ET

from summitry.telling.pictures.canvas import Json, Picture
from summitry.telling.pictures.look import FONT, in_dark

SVG: Final = "http://www.w3.org/2000/svg"
CLASS: Final = "summitry-picture"

_NEEDLESS: Final = frozenset(
    {
        "aria-hidden",
        "aria-roledescription",
        "class",
        "font-family",
        "pointer-events",
        "role",
        "version",
    }
)
_IDS: Final = re.compile(r'\bid="[^"]*"|url\(#[^)]*\)')
_FINE: Final = re.compile(r"(\.\d)\d+")
_WHOLE: Final = re.compile(r"\.0(?!\d)")
_ROUNDED: Final = frozenset({"d", "transform", "x2", "y2"})
_ANCHORS: Final = {"left": None, "center": "middle", "right": "end"}
_NOTHING: Final = {"transform": "translate(0,0)", "opacity": "1", "stroke-opacity": "1"}


def finished(drawn: str, picture: Picture, texts: Iterable[Json]) -> str:
    """The drawn SVG, with layers of texts, as one that stands alone or in a page beside others."""
    ET.register_namespace("", SVG)
    root = ET.fromstring(drawn)  # noqa: S314 - the library has just written it
    _trim(root)
    root.extend(text for layer in texts for text in _set(layer))
    # The library counts its ids from picture to picture.
    digest = sha256(f"{_IDS.sub('', drawn)}{picture.alt}".encode()).hexdigest()
    key = f"{picture.name}-{digest[:8]}"
    _rename(root, key)
    root.set("class", CLASS)
    root.set("font-family", FONT)
    root.set("role", "img")
    root.set("aria-labelledby", f"{key}-title {key}-desc")
    named = [_element("title", picture.title), _element("desc", picture.alt)]
    for element in named:
        element.set("id", f"{key}-{element.tag.removeprefix(f'{{{SVG}}}')}")
    if picture.look.theme is None:
        named.append(_element("style", _dark_style(root)))
    root[:0] = named
    return ET.tostring(root, encoding="unicode") + "\n"


def _element(tag: str, text: str) -> ET.Element:
    element = ET.Element(f"{{{SVG}}}{tag}")
    element.text = text
    return element


def _set(layer: Json) -> Iterator[ET.Element]:
    """The texts of a layer that is laid out in pixels."""
    mark = layer["mark"]
    anchor, weight = _ANCHORS[mark["align"]], mark.get("fontWeight")
    for text in layer["data"]["values"]:
        said = {"x": text["x"], "y": text["y"], "font-size": text["size"], "fill": text["fill"]}
        element = _element("text", text["text"])
        for name, value in {**said, "text-anchor": anchor, "font-weight": weight}.items():
            if value is not None:
                element.set(name, f"{value:g}" if isinstance(value, float) else str(value))
        yield element


def _trim(element: ET.Element) -> None:
    """Take out what shows nothing, and decimals that nobody sees."""
    for name in _NEEDLESS & set(element.keys()):
        del element.attrib[name]
    for name, value in _NOTHING.items():
        if element.get(name) == value:
            del element.attrib[name]
    for name in _ROUNDED & set(element.keys()):
        element.set(name, _WHOLE.sub("", _FINE.sub(r"\1", element.attrib[name])))
    for child in list(element):
        _trim(child)
        if _shows_nothing(child):
            element.remove(child)
    _unwrap(element)


def _shows_nothing(element: ET.Element) -> bool:
    if element.tag == f"{{{SVG}}}g":
        return len(element) == 0
    if element.tag == f"{{{SVG}}}path":
        return element.get("display") == "none" or not element.get("d", "").strip("M0,hvZz")
    return False


def _unwrap(element: ET.Element) -> None:
    """Put the children of a group that says nothing in its place."""
    for place, child in reversed(list(enumerate(element))):
        if child.tag == f"{{{SVG}}}g" and not child.attrib:
            element[place : place + 1] = list(child)


def _rename(root: ET.Element, key: str) -> None:
    """Give the ids that hang on the picture."""
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    names = {id: f"{key}-{number}" for number, id in enumerate(ids)}
    for element in root.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, names[value])
            elif value.startswith("url(#"):
                element.set(name, f"url(#{names[value[5:-1]]})")


def _dark_style(root: ET.Element) -> str:
    """The colours of the picture for a reader whose screen is dark; a page's own rules go first."""
    used = {
        (name, element.attrib[name])
        for element in root.iter()
        for name in ("fill", "stroke")
        if name in element.attrib
    }
    dark = in_dark()
    rules = "".join(
        f':where(.{CLASS}) :where([{name}="{colour}"]){{{name}:{dark[colour]}}}'
        for name, colour in sorted(used)
        if colour in dark
    )
    return f"@media (prefers-color-scheme:dark){{{rules}}}"
