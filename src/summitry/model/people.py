"""People, offices, and who held which office when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.model.days import ANY_DAY, Days
from summitry.model.when import Stretch, When

PersonId = str
OfficeId = str


class PersonKind(StrEnum):
    """What a person is: a human being, or an organisation that takes part as one."""

    HUMAN = "human"
    ORGANISATION = "organisation"


class Pronoun(StrEnum):
    """How prose refers to a person."""

    HE = "he"
    SHE = "she"
    THEY = "they"
    IT = "it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human being, or an organisation that takes part in encounters as one.

    ``aliases`` are other full names; ``family_name`` is what prose uses alone.
    """

    id: PersonId
    name: str
    family_name: str
    aliases: tuple[str, ...] = ()
    pronoun: Pronoun = Pronoun.THEY
    born: When | None = None
    died: When | None = None
    kind: PersonKind = PersonKind.HUMAN

    @property
    def lifetime(self) -> Days:
        """Every day on which the person may have been alive."""
        return (
            ANY_DAY if self.born is None else Days((self.born.possible.first, ANY_DAY.last))
        ) & (ANY_DAY if self.died is None else Days((ANY_DAY.first, self.died.possible.last)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post. ``title`` is the word for its holder ("president"); ``country`` is a place's id.

    ``leads``: its holder is a head of state or of government.
    """

    id: OfficeId
    name: str
    title: str
    country: str | None = None
    leads: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person holding an office for a span of days, both ends included.

    ``elected`` are the days of the elections that gave it, in order.
    """

    id: str
    person: PersonId
    office: OfficeId
    when: Stretch
    acting: bool = False
    elected: tuple[When, ...] = ()
