"""Publishing: a record as a folder of pages that any web server can serve.

A site is there whole or not at all: it is laid out beside its place and then put there, where it
replaces the site that was there. What else stands in the folder of a site is carried over.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from summitry.desk.pages.register import Register
from summitry.desk.pages.site import Site
from summitry.model.problems import InputError
from summitry.record.view import View
from summitry.telling.dates import DateStyle
from summitry.telling.feed import sitemaps
from summitry.telling.pages.leaf import FEED

MARK: Final = ".summitry.json"
"""The file that says of a folder that it is a site, and which files are the site's."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages there are."""

    pages: int


def publish(
    view: View,
    out: Path,
    *,
    as_of: date | None,
    today: date,
    style: DateStyle = DateStyle.PLAIN,
    base_url: str = "",
) -> Published:
    """Write the site of a record into a folder; InputError if it isn't empty, nor a site.

    Without ``base_url``, the address where it will be, there is no site map.
    """
    place = out.resolve()
    _refuse_others(out, place)
    site = Site(Register(view, as_of, today), style, base_url)
    try:
        with TemporaryDirectory(prefix=".laying-", dir=place.parent) as folder:
            laying = Path(folder) / "site"
            files = [_write(laying, path, text) for path, text in _files(site)]
            about = view.about()
            mark = {"record": about.name, "version": about.version, "files": files}
            _write(laying, MARK, json.dumps(mark, indent=1) + "\n")
            _carry_over(place, laying)
            _put(laying, place, Path(folder) / "before")
    except OSError as error:
        raise InputError(
            f'can\'t write "{out}": {_reason(error)} (expected a place to make a folder)'
        ) from None
    return Published(pages=sum(1 for _ in site.addresses()))


def _files(site: Site) -> Iterator[tuple[str, str]]:
    """Every file of a site, by path, with its text."""
    for address in site.addresses():
        yield address.path, site.page(address)
    yield FEED, site.feed()
    if site.base_url:
        yield from sitemaps(site.addresses(), site.base_url)


def _write(folder: Path, path: str, text: str) -> str:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    return path


def _put(new: Path, place: Path, before: Path) -> None:
    """Put a site in its place; what was there goes elsewhere, and comes back if that fails."""
    if place.exists():
        place.rename(before)
    try:
        new.rename(place)
    except OSError:
        if before.exists():
            before.rename(place)
        raise


def _carry_over(old: Path, new: Path) -> None:
    """Copy what stands in the folder of a site and isn't the site's."""
    own = set(_own(old))
    for file in sorted(old.rglob("*")) if old.is_dir() else ():
        path = file.relative_to(old).as_posix()
        if file.is_dir() or path in own or (new / path).exists():
            continue
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(file, new / path, follow_symlinks=False)


def _refuse_others(out: Path, place: Path) -> None:
    """Refuse a place that holds anything but a site."""
    try:
        if place.exists() and not place.is_dir():
            raise InputError(f'can\'t write "{out}": it is a file (expected the name of a folder)')
        if not place.parent.is_dir():
            raise InputError(
                f'can\'t write "{out}": no folder "{out.parent}" (expected one that is there)'
            )
        if place.is_dir() and any(place.iterdir()) and not (place / MARK).is_file():
            raise InputError(
                f'can\'t write "{out}": it holds something else (expected a folder that is empty,'
                " or a site)"
            )
    except OSError as error:
        raise InputError(f'can\'t read "{out}": {_reason(error)} (expected a folder)') from None


def _own(folder: Path) -> tuple[str, ...]:
    """The files that a folder's mark says are the site's."""
    try:
        files = json.loads((folder / MARK).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        files = []
    return (MARK, *(file for file in files if isinstance(file, str)))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
