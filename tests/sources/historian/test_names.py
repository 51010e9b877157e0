import pytest

from summitry.sources.historian.leaders import SURE
from summitry.sources.historian.names import Name, family_of, likeness, part_of, slug


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Dimitry A. Medvedev", "Dmitri Medvedev", "ru"),
        ("Felipe Calderon", "Feilipe Calderon", "mx"),
        ("Kim Dae-jung", "Kin Dae-Jung", "kr"),
        ("Enrique Peña Nieto", "Enrique Pena Nieto", "mx"),
        ("Nuri al-Maliki", "Nouri al-Maliki", "iq"),
        ("Javad Zarif", "Mohammad Javad Zarif", "ir"),
        ("Abdel Fattah El-Sisi", "Abdel Fattah Al Sisi", "eg"),
        ("Jose Lopez Portillo", "Jose Lopez Portillo", "mx"),
        ("F. W. de Klerk", "Frederik Willem de Klerk", "za"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str, country: str) -> None:
    assert likeness(Name(one, country), Name(other, country)) >= SURE
    assert likeness(Name(other, country), Name(one, country)) >= SURE


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Kim Jong-il", "Kim Jong-un", "kp"),
        ("Kim Il-sung", "Kim Jong-il", "kp"),
        ("Hamad bin Khalifa al-Thani", "Khalifa bin Hamad al-Thani", "qa"),
        ("Hamad bin Khalifa al-Thani", "Hamad bin Jassim al-Thani", "qa"),
        ("Heydar Aliyev", "Ilham Aliyev", "az"),
        ("Hafez al-Assad", "Bashar al-Assad", "sy"),
        ("Pierre Trudeau", "Justin Trudeau", "ca"),
        ("Andreas Papandreou", "George Papandreou", "gr"),
        ("Lee Kuan Yew", "Lee Hsien Loong", "sg"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr.", "ph"),
        ("Angela Merkel", "Helmut Kohl", "de"),
    ],
)
def test_names_of_two_people_are_not_alike(one: str, other: str, country: str) -> None:
    assert likeness(Name(one, country), Name(other, country)) < SURE


def test_kings_are_told_apart_by_number() -> None:
    fifth, sixth = (Name(f"Mohammed {n}", "ma", regnal=True) for n in ("V", "VI"))
    assert likeness(fifth, sixth) == 0
    assert likeness(fifth, Name("Mohammed", "ma", regnal=True)) >= SURE


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Xi Jinping", "cn", "Xi"),
        ("Kim Dae-jung", "kr", "Kim"),
        ("Park Chung Hee", "kr", "Park"),
        ("Lee Myung-bak", "kr", "Lee"),
        ("Kishida Fumio", "jp", "Kishida"),
        ("Shinzo Abe", "jp", "Abe"),
        ("Juan Melgar Castro", "hn", "Melgar"),
        ("Juan Manuel Santos", "co", "Santos"),
        ("Carlos Salinas de Gortari", "mx", "Salinas"),
        ("Miguel de la Madrid", "mx", "de la Madrid"),
        ("Nguyen Van Thieu", "vn", "Thieu"),
        ("Al Gore", "us", "Gore"),
        ("Charles de Gaulle", "fr", "de Gaulle"),
        ("Benigno S. Aquino 3rd", "ph", "Aquino"),
        ("Tommy E. Remengesau Jr.", "pw", "Remengesau"),
    ],
)
def test_the_family_name_is_what_prose_uses_alone(name: str, country: str, family: str) -> None:
    assert family_of(name, country) == family


@pytest.mark.parametrize(
    ("name", "family"),
    [("John Paul II", "John Paul"), ("Hussein", "Hussein"), ("Qaboos bin Said", "Qaboos")],
)
def test_kings_and_popes_go_by_their_first_name(name: str, family: str) -> None:
    assert family_of(name, "xx", regnal=True) == family


def test_a_family_name_alone_is_within_a_full_one() -> None:
    assert part_of(Name("Merkel", "de"), Name("Angela Merkel", "de")) == 1
    assert part_of(Name("Lopez Portillo", "mx"), Name("Jose Lopez Portillo", "mx")) == 1
    assert 0 < part_of(Name("Roussef", "br"), Name("Dilma Rousseff", "br")) < 1
    assert part_of(Name("Mobutu", "cd"), Name("Mobutu Sese Seko", "cd")) < 1
    assert part_of(Name("Yang", "cn"), Name("Jiang Zemin", "cn")) == 0
    assert part_of(Name("Kohl", "de"), Name("Angela Merkel", "de")) == 0


def test_ids_are_of_small_letters_and_digits() -> None:
    assert slug("Dimitry A. Medvedev") == "dimitry-a-medvedev"
    assert slug("Tô Lâm") == "to-lam"
    assert slug("Massimo D’Alema") == "massimo-dalema"
