import pytest

from summitry.sources.historian.mentions import listed, mention_at, names_in
from summitry.sources.historian.titles import Standing


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("President Putin", Standing.HOLDS),
        ("Acting President Pillay", Standing.ACTING),
        ("former President Walesa", Standing.FORMER),
        ("President-elect Medvedev", Standing.ELECT),
        ("Prime Minister-designate al-Maliki", Standing.ELECT),
        ("Interim President Pachachi", Standing.OTHER),
    ],
)
def test_words_around_a_title_say_whether_it_is_held(text: str, standing: Standing) -> None:
    mention = mention_at(text, 0)
    assert mention is not None
    assert mention.standing is standing


def test_several_former_presidents_are_all_former() -> None:
    people = list(listed("former Presidents Mandela and de Klerk", 0))
    assert [mention.standing for mention in people] == [Standing.FORMER] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brigadier General Juan Melgar Castro", "Juan Melgar Castro"),
        ("King Abdullah II bin Al Hussein", "Abdullah II bin Al Hussein"),
        ("Pope John Paul II", "John Paul II"),
        ("Sultan Qaboos bin Said", "Qaboos bin Said"),
        ("Amir Sheikh Isa bin Sulman al-Khalifa", "Isa bin Sulman al-Khalifa"),
        ("Secretary of State Cardinal Pietro Parolin", "Pietro Parolin"),
        ("President Surangel Samuel Whipps, Jr.", "Surangel Samuel Whipps Jr."),
        ("Prime Minister Rudolphus F. M. (Ruud) Lubbers", "Rudolphus F. M. (Ruud) Lubbers"),
        ("Prime Minister Mackenzie King", "Mackenzie King"),
        ("Deputy Prime Minister/Foreign Minister Pham Binh Minh", "Pham Binh Minh"),
        ("Taoiseach Leo Varadkar", "Leo Varadkar"),
        ("President Muhammad Zia ul-Haq", "Muhammad Zia ul-Haq"),
    ],
)
def test_titles_and_ranks_are_no_part_of_a_name(text: str, name: str) -> None:
    mention = mention_at(text, 0)
    assert mention is not None
    assert (mention.name, mention.end) == (name, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "President Sadat's widow",
        "President of the Council",
        "the President and Prime Minister Jones",
        "Turkish Cypriot leader Mustafa Akinci",
        "leader Aung San Suu Kyi",
        "Ambassador Crocker",
        "officials",
    ],
)
def test_what_names_nobody_for_sure_is_no_mention(text: str) -> None:
    assert mention_at(text, 0) is None


def test_a_name_ends_where_a_date_or_another_word_begins() -> None:
    assert names_in("Truman April 25") == ("Truman", 6)
    assert names_in("Ayub Khan and others") == ("Ayub Khan", 9)
    assert names_in("d’Estaing at home")[0] == "d’Estaing"
    assert names_in("and nobody") == ("", 0)
