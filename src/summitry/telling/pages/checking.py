"""The page where a text is given to be checked, and the page on which it comes back marked."""

from __future__ import annotations

from dataclasses import dataclass

from summitry.telling import dates
from summitry.telling.addresses import FormKind
from summitry.telling.check import Checked
from summitry.telling.marked import blocks_of, counts_of
from summitry.telling.pages.ground import Ground
from summitry.telling.pages.leaf import Leaf, render


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingPage:
    """A record, by which a text may be checked; ``most`` is how many KiB of it."""

    ground: Ground
    most: int


def as_html(page: CheckingPage, leaf: Leaf) -> str:
    """The page that asks for a text."""
    return render(
        "checking.html.j2",
        leaf,
        title="Check a text",
        description="Paste an article or drop a file, and see what the record says of it",
        about=[page.ground.basis.label],
        footer=f"{page.ground.basis.label}.",
        main="check",
        skip="the form",
        action=leaf.form(FormKind.CHECK),
        most=f"{page.most // 1024} MiB" if page.most % 1024 == 0 else f"{page.most} KiB",
        data="",
    )


def result_as_html(checked: Checked, leaf: Leaf, share: str, *, is_file: bool = False) -> str:
    """The text, its statements marked; ``share`` is what its address asks, empty of a long one.

    ``is_file``: it was taken from a file, and has no address.
    """
    title = checked.document.title or "A text, checked"
    as_of = dates.day(checked.document.as_of, leaf.style).rstrip(",")
    number = len(checked.statements)
    return render(
        "checked.html.j2",
        leaf,
        title=title,
        description=f"{title}: {number} {'statement' if number == 1 else 'statements'}",
        about=[f"Judged as of {as_of}", checked.basis.label],
        footer=f"{checked.basis.label}.",
        main="text",
        skip="the text",
        total=number,
        counts=counts_of(checked),
        blocks=blocks_of(checked, leaf.style),
        again=leaf.form(FormKind.CHECK),
        is_file=is_file,
        share=f"{leaf.form(FormKind.CHECK)}?{share}" if share else "",
        data="",
    )
