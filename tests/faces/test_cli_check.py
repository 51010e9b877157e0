from __future__ import annotations

import hashlib
import os
import pty
import re
import subprocess
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from lxml.html import document_fromstring

from tests.articles import ARTICLES, PUBLISHED, TITLE, VERDICTS
from tests.faces.command import AS_OF, COMMAND, MOST_SECONDS, SEED, Ran, answered, call
from tests.faces.command import environment as plain
from tests.faces.shapes import CHECK, CLAIM_REVIEW, EXPLAINED, mismatches

TRUE: Final = "Joe Biden and Vladimir Putin met in Geneva on 16 June 2021.\n"
FALSE: Final = "Joe Biden and Vladimir Putin met in Helsinki on 16 June 2021.\n"
SILENT: Final = "The weather in Geneva was fine. Talks may be held next year.\n"
OPEN: Final = "Joe Biden and Vladimir Putin spoke by phone in May 2021.\n"

STATUS: Final = {"true": (TRUE, 0), "silent": (SILENT, 0), "open": (OPEN, 0), "false": (FALSE, 1)}

WEAKEST_FIRST: Final = ("refuted", "conflicting_evidence", "not_enough_evidence", "supported")


def written(folder: Path, text: str | bytes) -> str:
    path = folder / "text.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def statements(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ran.json["statements"]
    return found


# --- statuses -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(("text", "status"), STATUS.values(), ids=STATUS)
def test_the_status_says_whether_something_is_refuted(
    tmp_path: Path, text: str, status: int, form: str
) -> None:
    ran = call("check", written(tmp_path, text), "--as-of", AS_OF, "--format", form)
    assert (ran.status, ran.err) == (status, "")


def test_one_refuted_statement_among_others_is_enough(tmp_path: Path) -> None:
    ran = call("check", written(tmp_path, TRUE + FALSE + TRUE), "--as-of", AS_OF)
    assert ran.status == 1


def test_a_text_without_claims_is_no_fault(tmp_path: Path) -> None:
    ran = answered("check", written(tmp_path, SILENT), "--as-of", AS_OF, "--format", "json")
    assert statements(ran) == []
    assert set(ran.json["summary"].values()) == {0}


def test_the_day_decides(tmp_path: Path) -> None:
    text = written(tmp_path, "Joe Biden and Vladimir Putin have never met.\n")
    assert call("check", text, "--as-of", "1999-01-01").status == 0
    assert call("check", text, "--as-of", AS_OF).status == 1


# --- JSON ---------------------------------------------------------------------------------------


def test_the_json_has_the_shape_of_the_design(checked_seed: Ran) -> None:
    assert (checked_seed.status, checked_seed.err) == (1, "")
    assert mismatches(checked_seed.json, CHECK) == []
    assert any(
        claim["evidence"] and claim["evidence"][0]["citations"]
        for statement in statements(checked_seed)
        for claim in statement["claims"]
    )


def test_offsets_count_characters_of_the_text(checked_seed: Ran) -> None:
    text = SEED.read_text("utf-8")
    quotes = [
        quote
        for statement in statements(checked_seed)
        for quote in (statement, *(claim["quote"] for claim in statement["claims"]))
        if quote is not None
    ]
    assert quotes
    for quote in quotes:
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_claims_lie_within_their_statements_and_statements_in_order(checked_seed: Ran) -> None:
    found = statements(checked_seed)
    for statement in found:
        for claim in statement["claims"]:
            assert statement["start"] <= claim["quote"]["start"]
            assert claim["quote"]["end"] <= statement["end"]
    places = [(one["start"], one["end"]) for one in found]
    assert all(before[1] <= after[0] for before, after in pairwise(places))


def test_the_summary_counts_the_statements(checked_seed: Ran) -> None:
    counts = Counter(statement["verdict"] for statement in statements(checked_seed))
    summary = checked_seed.json["summary"]
    assert {verdict: n for verdict, n in summary.items() if n} == counts
    assert sum(summary.values()) == len(statements(checked_seed))


def test_a_statement_is_as_weak_as_its_weakest_claim(checked_seed: Ran) -> None:
    for statement in statements(checked_seed):
        verdicts = [claim["verdict"] for claim in statement["claims"]]
        assert statement["verdict"] == min(verdicts, key=WEAKEST_FIRST.index)


def test_only_what_fails_is_corrected(checked_seed: Ran) -> None:
    claims = [claim for statement in statements(checked_seed) for claim in statement["claims"]]
    assert any(claim["correction"] for claim in claims)
    assert all(
        claim["verdict"] != "supported" for claim in claims if claim["correction"] is not None
    )


def test_the_document_is_named_by_its_day_and_digest(checked_seed: Ran) -> None:
    document = checked_seed.json["document"]
    assert document["as_of"] == AS_OF
    assert document["sha256"] == hashlib.sha256(SEED.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "raw",
    [
        TRUE.encode(),
        b"\xef\xbb\xbf" + TRUE.encode(),
        b"\n\n" + TRUE.encode().replace(b"\n", b"\r\n"),
        "Señor Niño 🎉 said: ".encode() + TRUE.encode(),
        b"An aside.\r\n\r\n" + TRUE.encode() + b"\r\n",
    ],
    ids=["plain", "byte-order mark", "CRLF", "beyond ASCII", "CRLF before"],
)
def test_offsets_are_those_of_a_file_read_as_text(tmp_path: Path, raw: bytes) -> None:
    path = written(tmp_path, raw)
    ran = answered("check", path, "--as-of", AS_OF, "--format", "json")
    text = Path(path).read_text("utf-8-sig")
    (statement,) = statements(ran)
    assert text[statement["start"] : statement["end"]] == statement["text"]
    assert TRUE.strip() in statement["text"]
    assert ran.json["document"]["sha256"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_piped_text_is_checked_like_a_file(tmp_path: Path) -> None:
    arguments = ("--as-of", AS_OF, "--format", "json")
    piped = subprocess.run(  # noqa: S603 - our own command
        [COMMAND, "check", "-", *arguments],
        input=FALSE.encode(),
        capture_output=True,
        check=False,
        env=plain(),
        timeout=MOST_SECONDS,
    )
    assert piped.returncode == 1
    assert piped.stdout.decode() == call("check", written(tmp_path, FALSE), *arguments).out


# --- types of document --------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ARTICLES)
def test_an_article_is_judged_alike_in_every_type(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"article{suffix}"
    path.write_bytes(ARTICLES[suffix]())
    ran = call("check", str(path), "--as-of", AS_OF, "--format", "json")
    assert (ran.status, ran.err) == (1, "")
    assert mismatches(ran.json, CHECK) == []
    assert tuple(one["verdict"] for one in statements(ran)) == VERDICTS
    document = ran.json["document"]
    assert document["type"] == {".txt": "text", ".md": "markdown"}.get(suffix, suffix[1:])
    assert document["sha256"] == hashlib.sha256(document["text"].encode()).hexdigest()
    for statement in statements(ran):
        for quote in (statement, *(claim["quote"] for claim in statement["claims"])):
            assert document["text"][quote["start"] : quote["end"]] == quote["text"]


@pytest.mark.parametrize(("suffix", "type"), [(".md", "markdown"), (".html", "html")])
def test_a_piped_document_is_what_it_is_said_to_be(suffix: str, type: str) -> None:
    piped = call("check", "-", "--type", type, "--format", "json", stdin=ARTICLES[suffix]())
    document = piped.json["document"]
    assert (document["type"], document["title"]) == (type, TITLE)
    assert (document["published"], document["as_of"]) == (PUBLISHED, PUBLISHED)


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_page_that_summitry_wrote_is_supported_when_it_is_read(tmp_path: Path, form: str) -> None:
    path = tmp_path / {"markdown": "page.md"}.get(form, "page.html")
    names = ("Vladimir Putin", "Joe Biden")
    answered("history", *names, "--as-of", AS_OF, "--format", form, "-o", str(path))
    ran = answered("check", str(path), "--as-of", AS_OF, "--format", "json")
    assert len(statements(ran)) >= 10
    assert {one["verdict"] for one in statements(ran)} == {"supported"}


# --- HTML ---------------------------------------------------------------------------------------


def test_the_page_marks_what_the_json_holds(tmp_path: Path, checked_seed: Ran) -> None:
    path = tmp_path / "checked.html"
    ran = call("check", str(SEED), "--as-of", AS_OF, "--format", "html", "-o", str(path))
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    page = document_fromstring(path.read_bytes())
    marks = [mark.text_content() for mark in page.iter("mark")]
    assert marks == [one["text"] for one in checked_seed.json["statements"]]
    said = "\n".join(block.text_content() for block in page.find_class("said"))
    assert said.split() == SEED.read_text("utf-8").split()


# --- text ---------------------------------------------------------------------------------------


def test_the_text_tells_what_the_json_holds(checked_seed: Ran) -> None:
    ran = call("check", str(SEED), "--as-of", AS_OF)
    told = unwrapped(ran.out)
    data = checked_seed.json
    assert f"{data['record']['title']}, version {data['record']['version']}" in told
    for statement in data["statements"]:
        assert unwrapped(f"“{statement['text']}”") in told
        for claim in statement["claims"]:
            assert unwrapped(claim["says"]) in told
            assert unwrapped(claim["because"]) in told
            assert claim["correction"] is None or unwrapped(claim["correction"]) in told


def unwrapped(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_written_to_a_file_is_what_is_piped(tmp_path: Path, form: str) -> None:
    arguments = ("check", written(tmp_path, FALSE), "--as-of", AS_OF, "--format", form)
    path = tmp_path / "checked"
    ran = call(*arguments, "--output", str(path))
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    assert path.read_text("utf-8") == call(*arguments).out


@pytest.mark.parametrize("rows", [0, 1, 5])
def test_no_more_rows_of_evidence_than_asked_for(tmp_path: Path, rows: int) -> None:
    text = written(tmp_path, "George W. Bush and Vladimir Putin met several times.\n")
    ran = answered("check", text, "--as-of", AS_OF, "--evidence", str(rows))
    shown = [line for line in ran.out.splitlines() if line.startswith("    - ")]
    assert sum("met " in line for line in shown) == rows


# --- colour -------------------------------------------------------------------------------------

ESCAPE: Final = re.compile("\x1b\\[[0-9;]*m")


def on_a_terminal(*arguments: str, env: Mapping[str, str]) -> str:
    """What the command writes to a terminal."""
    ours, its = pty.openpty()
    with subprocess.Popen(  # noqa: S603 - our own command
        [COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=its,
        stderr=its,
        env=plain({"TERM": "xterm", "COLUMNS": "100", **env}),
    ) as running:
        os.close(its)
        chunks = []
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not chunk:
                break
            chunks.append(chunk)
        running.wait(MOST_SECONDS)
    os.close(ours)
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


def test_verdicts_are_coloured_on_a_terminal_and_the_words_are_the_same(tmp_path: Path) -> None:
    text = written(tmp_path, TRUE + FALSE)
    arguments = ("check", text, "--as-of", AS_OF, "--evidence", "0")
    painted = on_a_terminal(*arguments, env={})
    assert "\x1b[32m" in painted, "supported is green"
    assert "\x1b[31m" in painted, "refuted is red"
    piped = call(*arguments).out
    assert ESCAPE.search(piped) is None
    assert unwrapped(ESCAPE.sub("", painted)) == unwrapped(piped)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=["NO_COLOR", "dumb"])
def test_a_terminal_without_colour_gets_none(env: dict[str, str]) -> None:
    assert "\x1b" not in on_a_terminal("find", "Putin", "Biden", env=env)


@pytest.mark.parametrize("columns", [44, 79, 80, 100])
def test_events_on_a_terminal_keep_to_its_width_and_no_word_is_broken(columns: int) -> None:
    shown = ESCAPE.sub("", on_a_terminal("find", "Putin", "Biden", env={"COLUMNS": str(columns)}))
    assert re.search(r"\d+ events$", shown.rstrip())
    assert max(map(len, shown.splitlines())) <= columns
    words = set(re.findall(r"[A-Za-z]{3,}", shown)) - {"when", "who", "how", "where", "occasion"}
    assert words <= set(re.findall(r"[A-Za-z]{3,}", answered("find", "Putin", "Biden").out))


# --- what was not read --------------------------------------------------------------------------

PLANNED: Final = "Joe Biden may meet Vladimir Putin in Geneva.\n"


def test_a_sentence_that_was_not_read_is_told_of_if_asked(tmp_path: Path) -> None:
    path = written(tmp_path, TRUE + PLANNED)
    told = call("check", path, "--as-of", AS_OF, "--explain", "--format", "json")
    assert mismatches(told.json, EXPLAINED) == []
    (unread,) = told.json["unread"]
    assert unread["text"] == PLANNED.strip()
    assert told.json["document"]["text"][unread["start"] : unread["end"]] == unread["text"]
    assert "planned" in unread["because"]
    assert "NOT READ" in call("check", path, "--as-of", AS_OF, "--explain").out
    assert "NOT READ" not in call("check", path, "--as-of", AS_OF).out


# --- reviews ------------------------------------------------------------------------------------

REVIEWED: Final = ("--format", "claimreview", "--author", "The Desk", "--url", "https://a.org/b")


def test_reviews_say_who_reviews_where(tmp_path: Path) -> None:
    ran = call("check", written(tmp_path, TRUE + FALSE), "--as-of", AS_OF, *REVIEWED)
    assert (ran.status, ran.err) == (1, "")
    graph = ran.json["@graph"]
    assert [one["reviewRating"]["ratingValue"] for one in graph] == [5, 1]
    assert [one["url"] for one in graph] == ["https://a.org/b#card-1", "https://a.org/b#card-2"]
    for one in graph:
        assert one.pop("@type") == "ClaimReview"
        assert mismatches(one, CLAIM_REVIEW) == []


def test_each_review_links_to_a_card_of_the_page(tmp_path: Path) -> None:
    text = written(tmp_path, TRUE + FALSE + OPEN)
    page = call("check", text, "--as-of", AS_OF, "--format", "html").out
    reviews = call("check", text, "--as-of", AS_OF, *REVIEWED).json["@graph"]
    cards = set(document_fromstring(page).xpath("//@id"))
    assert {one["url"].partition("#")[2] for one in reviews} <= cards


@pytest.mark.parametrize(
    "options",
    [
        ("--author", "The Desk"),
        ("--format", "html", "--url", "https://a.org"),
        ("--format", "claimreview", "--url", "javascript:alert(1)"),
    ],
)
def test_an_author_or_address_of_no_use_is_refused(options: tuple[str, ...]) -> None:
    ran = call("check", "-", *options, stdin=TRUE.encode())
    assert (ran.status, ran.out) == (2, "")
    assert "expected" in ran.err


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ("Biden and Putin met twice while Biden was president.", (), True),
        ("Biden and Putin met twice while Biden was president.", ("--as-of", AS_OF), False),
        ("Biden and Putin met in Geneva in June 2021.", (), False),
        ("---\ndate: 2026-09-01\n---\nBiden and Putin met twice.", ("--type", "markdown"), False),
    ],
)
def test_where_a_text_tells_no_day_and_an_earlier_one_may_decide_it_says_so(
    text: str, options: tuple[str, ...], *, told: bool
) -> None:
    done = call("check", "-", *options, stdin=text.encode())
    assert ("--as-of DAY" in done.out) == told
