"""A home is named by a path or an address, which shows itself without its password."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.model.problems import InputError
from summitry.record.home import Database, home_of

SECRET: Final = "s3cr3t%2F"  # noqa: S105 - nobody's


@pytest.mark.parametrize("text", ["leaders.sqlite", "/a/b c", "postgresql", "c:/x", ".", "é"])
def test_what_is_no_address_is_a_path(text: str) -> None:
    assert home_of(text) == Path(text)


@pytest.mark.parametrize(
    ("address", "shown", "name"),
    [
        ("postgresql://ann@db.example.org/leaders", "", "leaders"),
        ("postgresql://db:5433/leaders", "", "leaders"),
        ("postgresql:///leaders", "", "leaders"),
        ("postgresql://ann@db", "", ""),
        ("postgresql://ann@[::1]:5432/x?sslmode=require", "", "x"),
        ("postgresql://a,b:1/x", "", "x"),
        ("postgresql://ann@/x?host=%2Frun%2Fpg&port=5433", "", "x"),
        (f"postgres://ann:{SECRET}@db/x", "postgresql://ann@db/x", "x"),
        (f"postgresql://ann:{SECRET}@db:1/x?a=b", "postgresql://ann@db:1/x?a=b", "x"),
        (f"postgresql://:{SECRET}@db/x", "postgresql://db/x", "x"),
        (f"postgresql://ann@db/x?password={SECRET}", "postgresql://ann@db/x", "x"),
        (
            f"postgresql://ann@db/x?a=b&sslpassword={SECRET}&c=d&Password=x",
            "postgresql://ann@db/x?a=b&c=d",
            "x",
        ),
    ],
)
def test_a_database_is_shown_without_its_password(address: str, shown: str, name: str) -> None:
    home = home_of(address)
    assert isinstance(home, Database)
    assert str(home) == (shown or address)
    assert (home.address, home.name) == (address, name)
    assert SECRET not in f"{home}{home!r}{[home]}"


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:leaders",
        "postgresql:/leaders",
        "postgresql://ann:s3cr3t/x@db/leaders",
        "postgresql://ann:1s3cr3t/x@db/leaders",
        "postgresql://ann:s3cr3t?x@db/leaders",
        "postgresql://ann:1?s3cr3t=x@db/leaders",
        "postgresql://ann:s3cr3t@x@db/leaders",
        "postgresql://ann:s3c r3t@db/leaders",
        "postgresql://ann:s3:cr3t@db/leaders",
        "postgresql://ann:s3cr3t@db:port/leaders",
        "postgresql://ann:s3cr3t@db/leaders?sslmode",
    ],
)
def test_an_address_that_cant_be_read_is_not_quoted(address: str) -> None:
    with pytest.raises(InputError, match=r"can't be read \(expected one like") as refused:
        home_of(address)
    assert "s3" not in str(refused.value)


def test_other_addresses_are_refused() -> None:
    with pytest.raises(
        InputError, match=r'kept at "mysql://\.\.\." \(expected a folder'
    ) as refused:
        home_of("mysql://ann:s3cr3t@db/leaders")
    assert "s3cr3t" not in str(refused.value)


@given(st.text(st.sampled_from("ab1:@/?#&=%.,[] "), max_size=12))
def test_whatever_stands_between_user_and_host_stays_there(password: str) -> None:
    """A password is never shown, however it is written."""
    address = f"postgresql://ann:QQ{password}QQ@db/leaders"
    try:
        told = str(home_of(address))
    except InputError as error:
        told = str(error)
    assert "QQ" not in told
