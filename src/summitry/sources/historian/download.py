"""The Office of the Historian's data sets, downloaded from where it publishes them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final
from zipfile import BadZipFile, ZipFile

from summitry.model.problems import InputError
from summitry.sources.fetch import fetch

PUBLISHED: Final = "https://github.com/HistoryAtState"
DATA_SETS: Final = ("travels", "visits")

_MOST_BYTES: Final = 64 << 20
_MOST_XML: Final = 256 << 20


def download(into: Path, *, published: str = PUBLISHED) -> tuple[Path, Path]:
    """Download both data sets into a folder: the folders of the trips and of the visits.

    InputError if they can't be fetched, or are not archives of XML files of a sensible size.
    """
    for name in DATA_SETS:
        url = f"{published}/{name}/archive/refs/heads/master.zip"
        try:
            with ZipFile(BytesIO(fetch(url, most=_MOST_BYTES))) as archive:
                _unpack(archive, into / name)
        except (BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
            raise InputError(f'can\'t unpack "{url}": {error} (expected a ZIP archive)') from None
    travels, visits = (into / name for name in DATA_SETS)
    return travels, visits


def _unpack(archive: ZipFile, into: Path) -> None:
    """Unpack the XML files, without the archive's own top folder."""
    wanted = [entry for entry in archive.infolist() if entry.filename.endswith(".xml")]
    if sum(entry.file_size for entry in wanted) > _MOST_XML:
        raise InputError(f"the archive unpacks to more than {_MOST_XML} bytes of XML")
    for entry in wanted:
        _, *parts = PurePosixPath(entry.filename).parts
        if not parts or ".." in parts:
            continue
        file = into.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(archive.read(entry))
