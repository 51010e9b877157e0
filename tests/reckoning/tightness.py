"""How often reckoning leaves open what the histories agree on.

``python -m tests.reckoning.tightness [200]`` prints a table over kinds of claims: of so many cases
how often the histories were at one (supported or refuted), and how often reckoning still said less.
As not every history is made, "at one" is sometimes only apparently so, and reckoning leaves open
no more than what is printed.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random
from typing import Final

from summitry.model.claims import ClaimKind
from summitry.model.findings import Verdict
from summitry.reckoning import evaluate
from tests.reckoning.small_claims import Case, draw_case
from tests.reckoning.small_records import ROLLS, Dice
from tests.reckoning.worlds import verdict_by_worlds

USUAL: Final = 200
CAP: Final = 3000
SETTLED: Final = (Verdict.SUPPORTED, Verdict.REFUTED)
COLUMNS: Final = ("cases", *Verdict, "settled", "left open", "by a dispute")


def main(number: int) -> None:
    """Print the table, a row a kind."""
    write = sys.stdout.write
    write(f"{'':12}" + "".join(f"{name.replace('_', ' ')[:12]:>14}" for name in COLUMNS) + "\n")
    for kind in ClaimKind:
        found = measured(kind, number)
        write(f"{kind:12}" + "".join(f"{found[name]:>14}" for name in COLUMNS) + "\n")


def measured(kind: ClaimKind, number: int) -> Counter[str]:
    """Of so many cases: what reckoning says, and where the histories settle what it leaves open."""
    found: Counter[str] = Counter()
    for n in range(number):
        case = numbered(kind, n)
        said = evaluate(case.claim, case.record, as_of=case.as_of, rules=case.rules).verdict
        true = verdict_by_worlds(case.record, case.claim, case.rules, case.as_of, cap=CAP)
        if true is not None:
            found.update(("cases", said))
            found["settled"] += true in SETTLED
            found["left open"] += true in SETTLED and said is Verdict.NOT_ENOUGH_EVIDENCE
            found["by a dispute"] += true in SETTLED and said is Verdict.CONFLICTING_EVIDENCE
    return found


def numbered(kind: ClaimKind, number: int) -> Case:
    """The same case for the same number each time."""
    random = Random(f"{kind} {number}")  # noqa: S311 (cases to measure by)
    return draw_case(kind, Dice(random.randbytes(ROLLS)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else USUAL)
