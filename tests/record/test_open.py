from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from summitry.model.problems import RecordError
from summitry.record.open import BUNDLED, open_content, open_record
from summitry.record.package import write_package
from summitry.record.sql_record import SqlRecord, build
from tests.record.full import FULL


def test_a_folder_and_a_file_open_alike(tmp_path: Path) -> None:
    write_package(FULL, tmp_path / "package")
    build(FULL, tmp_path / "record.sqlite")
    opened = open_record(tmp_path / "record.sqlite")
    assert isinstance(opened, SqlRecord)
    with closing(opened):
        assert opened.about() == open_record(tmp_path / "package").about()
    for name in ("package", "record.sqlite"):
        assert open_content(tmp_path / name) == FULL


def test_without_a_path_the_bundled_record_opens() -> None:
    assert open_record().about().name == BUNDLED


@pytest.mark.parametrize("read", [open_record, open_content])
def test_where_nothing_is_what_is_expected_is_told(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "nothing"
    with pytest.raises(RecordError) as refused:
        read(path)

    assert str(refused.value) == (
        f"no record at {str(path)!r}: expected a folder with datapackage.json or a SQLite file"
    )


def test_a_package_opens_without_the_database_library() -> None:
    code = (
        "import sys; from summitry.record.open import open_record; open_record().about();"
        "sys.exit('sqlalchemy' in sys.modules or 'sqlite3' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code
