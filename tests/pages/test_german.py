"""Rules about words in a German course, and in one whose language they know no words of."""

import pytest
from bs4 import BeautifulSoup

from macros.html.words import languages, speaking
from macros.pages import rules
from macros.pages.rules import NAMES, listing
from macros.pages.speech import Speech, files, speech
from tests.told import said


def german(text: str) -> list[str]:
    """Return what is told of a German page, without its file and its first line."""
    return [one.removeprefix("docs/a.md:4:") for one in said(text, language="de")]


@pytest.mark.parametrize(
    "text",
    [
        "Das geschah am 12. Dezember 2026, am 1. Mai und am 1. Oktober.",
        "Es kam im 19. Jahrhundert, in der 2. Auflage, vor dem 2. Weltkrieg, im 2. Stock und im 3. Band.",
        "So regierte Ludwig XIV. Frankreich, und so (12. Mai) auch Karl V. Europa.",
        "Die Tinte bzw. Papier, ggf. Jahre, vgl. Kapitel, vgl. Nr. 5 und sog. Rechteinhaber.",
        "Es kostet inkl. Porto, evtl. Fragen, usw. Bücher, 3 Mio. EUR und 2 Mrd. Menschen.",
        "So in Bd. Eins, Aufl. Berlin, Hrsg. Müller, Abb. Drei, Jh. Mitte, gem. Gesetz und Dipl. Ing. Schmidt.",
        "Die Str. Nord, die Hauptstr. Berlin, Dipl.-Ing. Schmidt und Tel. Nord, Telefonnr. Fünf.",
        "Also z. B. Papier, d. h. Holz, u. a. Leder, i. d. R. Pappe, Dr. Weiß und § 12 Abs. 2.",
        "Sie sagt „Halt. Geh nicht.“ und geht.",
        "Sie sagt »Halt. Geh nicht.« und «Halt. Geh doch.» und \u201aHalt. Geh.\u2018 und geht.",
    ],
)
def test_no_sentence_ends_behind_an_ordinal_an_abbreviation_or_in_a_quotation(text: str) -> None:
    assert [] == german(text)


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Das „Buch“ ist alt. Niemand weiß es mehr genau. Auch er nicht.", [21, 49]),
        ("Das »Buch« ist alt. Niemand weiß es mehr genau.", [21]),
        ("Das \u201aBuch\u2018 ist alt. Niemand weiß es mehr genau.", [21]),
        ("Es war 2013. Danach kam das Gerät.", [14]),
        ("Sie sagt „so.“ Dann endet es.", [16]),
        ("Er liest immer. Übermorgen auch sie.", [17]),
    ],
)
def test_every_second_sentence_is_named(text: str, columns: list[int]) -> None:
    assert [f"{column}: a second sentence on this line" for column in columns] == german(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Die folgende Tabelle zeigt es.", "folgende Tabelle"),
        ("Das steht in der folgenden Tabelle.", "folgenden Tabelle"),
        ("Die Tabelle unten zeigt es.", "Tabelle unten"),
        ("Das folgende Diagramm zeigt es.", "folgende Diagramm"),
        ("Die nächste Abbildung zeigt es.", "nächste Abbildung"),
        ("Im Bild darunter steht es.", "Bild darunter"),
    ],
)
def test_what_is_announced_follows(text: str, words: str) -> None:
    column = text.index(words) + 1

    assert [f"{column}: '{words}', but none follows this paragraph"] == german(text)
    assert [] == german(f"{text}\n\n| a |\n|---|\n| b |")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Öffne einfach das Buch.", "einfach"),
        ("Das ist ganz einfach.", "einfach"),
        ("Natürlich liest man es.", "Natürlich"),
        ("Das ist kinderleicht.", "kinderleicht"),
        ("Das ist selbstverständlich.", "selbstverständlich"),
        ("Offensichtlich fehlt es.", "Offensichtlich"),
        ("Es ist ein mächtiges Gerät.", "mächtiges"),
    ],
)
def test_what_belittles_is_named(text: str, word: str) -> None:
    assert [f"{text.index(word) + 1}: '{word}' promises or belittles"] == german(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das ist nicht einfach, ein einfacher Bruch auch nicht so einfach.",
        "So einfach wie möglich, einfach oder doppelt, und einfach zu vergessen.",
        "Das Einfache und die natürliche Sprache; ein natürlich vorkommender Stoff.",
        "Es heißt „ganz einfach“ und »natürlich«.",
        "Das Wort easy ist englisch.",
        "Just in diesem Augenblick begann es.",
        "The table below, simply obvious.",
        "Eine Grafik unten am Rand, keine Tabelle unten.",
    ],
)
def test_other_words_and_the_same_in_another_sense_are_left_alone(text: str) -> None:
    assert [] == german(text)


@pytest.mark.parametrize("words", ["hier", "Hier", "mehr", "hier klicken", "dort", "mehr …"])
def test_a_link_says_where_it_leads(words: str) -> None:
    assert [f"4: '{words}' does not say where this link leads"] == german(f"So [{words}](https://a.example/) es.")


def test_a_link_may_begin_with_such_a_word() -> None:
    assert [] == german("So [hier im Haus](https://a.example/) und [**mehr Papier**](https://a.example/).")


@pytest.mark.parametrize(
    "text", ["One sentence. And another one.", "Just so.", "See the table below.", "So [hier](https://a.example/)."]
)
def test_where_a_rule_has_no_words_it_finds_nothing(text: str) -> None:
    assert [] == said(text, language="xx")


def silent() -> list[str]:
    """Return the rules of which the list says that they have no words."""
    told = BeautifulSoup(listing(), "html.parser").select("dd")
    return [name for name, one in zip(NAMES, told, strict=True) if "no words for the language" in one.text]


def test_the_listing_says_which_rules_have_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for language in languages():
        with speaking(language):
            assert [] == silent()

    monkeypatch.setattr(rules, "speech", lambda _: Speech())
    assert ["announced", "plain-words", "one-sentence"] == silent()


def test_every_language_of_the_interface_has_words_for_every_rule() -> None:
    assert {*languages()} == {file.parent.name for file in files()}
    for language in languages():
        known = speech(language)

        assert [] == [name for name in ("abbreviations", "announced", "belittling") if known.lacks(name)], language
    assert all(Speech().lacks(name) for name in ("abbreviations", "announced", "belittling"))
