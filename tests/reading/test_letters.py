"""Letters in plain ones, as a language spells them."""

import pytest

from macros.reading.filenames import plain
from macros.reading.letters import spellings, spelt, writing


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Größe und Maße für Übermorgen", "Groesse und Masse fuer Uebermorgen"),
        ("u\u0308ber", "ueber"),
        ("Citroën", "Citroen"),
        ("groß", "gross"),
    ],
)
def test_german_spells_an_umlaut_with_two_letters(text: str, written: str) -> None:
    assert written == spelt(text, "de")


@pytest.mark.parametrize(
    ("text", "written"),
    [("pingüino", "pinguino"), ("Straße", "Strasse"), ("Łódź", "Lodz"), ("smørrebrød", "smorrebrod")],
)
def test_other_languages_leave_the_accent_out(text: str, written: str) -> None:
    assert written == spelt(text, "en")


def test_an_id_is_spelt_as_the_language_of_the_course_does() -> None:
    with writing("de"):
        assert "geraet" == plain("Gerät")

    assert "gerat" == plain("Gerät")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("<p>Die Größe</p>", ["groesse", "grosse", "größe".replace("ß", "ss")]),
        ("ein E-Book", ["ebook"]),
        ("Öko-Bilanzen", ["oeko-bilanzen", "oekobilanzen", "oko-bilanzen", "okobilanzen", "ökobilanzen"]),
        ("plain words, 3-4 days", []),
        ("A\u0308ra", ["aera", "ara"]),
    ],
)
def test_a_word_may_be_typed_in_other_ways(text: str, others: list[str]) -> None:
    assert sorted(others) == spellings(text, "de")
