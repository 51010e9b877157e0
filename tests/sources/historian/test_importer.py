from pathlib import Path

import pytest

from summitry.model.problems import InputError
from summitry.sources.historian.importer import HistorianImporter
from summitry.sources.importer import Importer
from tests.sources.historian.lists import SOME_STAY, SOME_TRIP, write_lists

IMPORTER: Importer = HistorianImporter()


def test_it_knows_its_two_folders_in_either_order(tmp_path: Path) -> None:
    travels, visits = write_lists(tmp_path, [SOME_TRIP], [SOME_STAY])
    assert IMPORTER.recognise([travels, visits])
    assert IMPORTER.recognise([visits, travels])
    for others in ([travels], [visits], [], [tmp_path, visits], [travels, travels]):
        assert not IMPORTER.recognise(others)


def test_all_goes_in_one_batch(tmp_path: Path) -> None:
    (batch,) = IMPORTER.extract(write_lists(tmp_path, [SOME_TRIP], [SOME_STAY]))
    assert not batch.problems
    assert {v.id for v in batch.content.visits} == {"historian-trip-1", "historian-visit-1"}
    assert batch.content.licence == "CC0-1.0"


def test_other_folders_are_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^not the two data sets: '.*' \(expected .*\)$"):
        list(IMPORTER.extract([tmp_path]))
