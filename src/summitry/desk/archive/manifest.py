"""The manifest of an archive that was read: by what settings, in what parts, with what found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

from summitry.desk.archive.part import Done
from summitry.desk.archive.settings import Settings
from summitry.model.problems import InputError, RecordError
from summitry.sources.archive import Part

NAME: Final = "manifest.json"
_VERSION: Final = 1


def begun(folder: Path) -> dict[str, Any] | None:
    """The settings of the run that a folder was begun by; None if there was none.

    InputError if the folder holds something else.
    """
    file = folder / NAME
    try:
        if not file.exists():
            if folder.exists() and any(folder.iterdir()):
                raise InputError(
                    f'"{folder}" holds something else (expected an empty folder, or one that'
                    " was begun by read)"
                )
            return None
        told = json.loads(file.read_bytes())
        settings: dict[str, Any] = told["settings"]
        date.fromisoformat(settings["as_of"])
    except (OSError, ValueError, TypeError, KeyError):
        raise InputError(f'"{file}" is no manifest (expected one that read has written)') from None
    return settings


def agree(folder: Path, settings: Settings, before: dict[str, Any]) -> None:
    """InputError if what a folder was begun with isn't what is wanted."""
    for name, wanted in settings.as_json().items():
        if before.get(name) != wanted:
            raise InputError(
                f'"{folder}" was read with {name} {_told(before.get(name))}, not {_told(wanted)}'
                " (expected the same, or another folder)"
            )


def write(folder: Path, settings: Settings, parts: Iterable[tuple[Part, Done | None]]) -> None:
    """Write the manifest of what is done, whole or not at all; RecordError if it can't be."""
    told = {
        "manifest": _VERSION,
        "settings": settings.as_json(),
        "parts": [_part(part, done) for part, done in parts],
    }
    laying = folder / f".{NAME}"
    try:
        laying.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
        laying.replace(folder / NAME)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise RecordError(f'can\'t write "{folder / NAME}": {reason}') from None


def _part(part: Part, done: Done | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "key": part.key,
        "format": str(part.format),
        "path": part.paths[0],
        "files": len(part.paths),
        "first": part.first,
        "last": part.last,
    }
    if done is None:
        return told | {"read": False}
    if done.problem:
        return told | {"read": False, "problem": done.problem}
    return told | {"read": True} | done.as_json()


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
