from __future__ import annotations

from summitry.reading.clauses.forms import forms
from summitry.reading.clauses.makers import MAKERS
from summitry.reading.mentions.compose import composites

FEATURES = {
    "verb", "light", "was", "happened", "included", "including", "mentioned", "apposed", "alone",
    "plural", "negated", "unread", "this", "count", "open-count", "position", "first", "since",
    "that", "tail", "length", "when", "named", "roster", "roster-none", "first-of", "ranked",
    "sole", "now", "equated", "again", "presumed", "within",
}  # fmt: skip


def test_every_form_makes_something_of_features_that_there_are() -> None:
    for form in forms():
        assert form.makes in MAKERS
        assert (form.needs | form.one_of | form.without) <= FEATURES, form.name
        assert not form.needs & form.without


def test_every_maker_has_a_form() -> None:
    assert {form.makes for form in forms()} == set(MAKERS)


def test_names_of_forms_are_their_own() -> None:
    names = [form.name for form in forms()]
    assert len(set(names)) == len(names)


def test_composites_find_what_they_are_written_for() -> None:
    names = {row.makes.__name__ for row in composites().rows}
    assert {"gathering", "since_event", "each", "both_in_office"} <= names
