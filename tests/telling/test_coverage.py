from __future__ import annotations

from dataclasses import replace

import pytest

from summitry.model.coverage import Coverage, Covered
from summitry.model.days import ANY_DAY
from summitry.model.when import Stretch, When
from summitry.telling.coverage import covered
from tests.telling.short import RU_PRESIDENT, as_, in_office
from tests.telling.small_events import COVERS, LACKS
from tests.telling.small_names import NAMES

ALL_DAYS = Stretch(When(ANY_DAY), None)


@pytest.mark.parametrize(
    ("coverage", "told"),
    [
        (
            COVERS,
            (
                "meetings between presidents of the United States and Vladimir Putin, from 2000 to"
                " 2025"
            ),
        ),
        (
            LACKS,
            (
                "phone calls between presidents of the United States and Vladimir Putin, from 1"
                " January 2022 on"
            ),
        ),
        (
            replace(COVERS, whom=None, mode=None, who=in_office("putin"), when=ALL_DAYS),
            "encounters of Vladimir Putin in office",
        ),
        (
            replace(COVERS, kind=Covered.VISIT, who=as_("putin", "ru-pm"), country="us"),
            (
                "visits to the United States by Vladimir Putin as prime minister of Russia, from"
                " 2000 to 2025"
            ),
        ),
        (
            replace(COVERS, kind=Covered.VISIT, whom=None),
            "visits to any country by presidents of the United States, from 2000 to 2025",
        ),
        (
            replace(COVERS, kind=Covered.TENURE, who=RU_PRESIDENT),
            "presidents of Russia, from 2000 to 2025",
        ),
    ],
)
def test_a_coverage_statement_is_told_as_a_label(coverage: Coverage, told: str) -> None:
    assert covered(coverage, NAMES) == told
