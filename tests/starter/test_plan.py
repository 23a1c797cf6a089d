"""What another course may be called and may compare, and what is told of what will not do."""

from datetime import date

import pytest

from macros.starter.plan import Plan, Subject, planned

TITLE = "SQL databases and document stores"


def faults(title: str = TITLE, subjects: str = "Tea, Coffee", language: str = "", licence: str = "") -> list[str]:
    """Return what is told of what will not do."""
    with pytest.raises(ValueError, match=r"^(TITLE|SUBJECTS|LANGUAGE|LICENCE): ") as raised:
        planned(title, subjects, language, licence)
    return str(raised.value).split("\n")


def test_subjects_get_ids_and_colours_of_their_own() -> None:
    plan = planned(f"  {TITLE} ", "SQL database,Document  store")

    assert TITLE == plan.title
    assert ["sql-database", "document-store"] == [subject.id for subject in plan.subjects]
    assert 2 == len({subject.tone for subject in plan.subjects})


@pytest.mark.parametrize(
    ("written", "id_", "name"),
    [
        ("tea=Чай", "tea", "Чай"),
        (" c-sharp = C# ", "c-sharp", "C#"),
        ("Café", "cafe", "Café"),
        ("R&D", "r-d", "R&D"),
        ("1=One", "1", "One"),
    ],
)
def test_a_subject_gets_an_id(written: str, id_: str, name: str) -> None:
    first, _ = planned(TITLE, f"{written}, Coffee").subjects

    assert (id_, name) == (first.id, first.name)


def test_a_german_subject_gets_an_id_as_german_spells_it() -> None:
    subjects = planned(TITLE, "Gedruckte Bücher, Öl, Straße", language="de").subjects

    assert ["gedruckte-buecher", "oel", "strasse"] == [subject.id for subject in subjects]


def test_up_to_five_subjects_will_do_each_with_a_colour_of_its_own() -> None:
    assert 5 == len({subject.tone for subject in planned(TITLE, "A,B,C,D,E").subjects})


@pytest.mark.parametrize(
    "title", ['"; rm -rf /', "$(x)", "a: b", "a\\b", "'", "`x` *y* [z](w)", "# & &amp; {x}", "x" * 80]
)
def test_any_other_title_will_do(title: str) -> None:
    assert title == planned(title, "Tea, Coffee").title


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("", 'TITLE: is missing: write TITLE="The title of the course"'),
        (" \t ", 'TITLE: is missing: write TITLE="The title of the course"'),
        ("a\nb", "TITLE: has a line break: write it in one line"),
        ("a\u2028b", "TITLE: has a line break: write it in one line"),
        ("a" * 300, "TITLE: has 300 characters, and at most 80 fit: say it shorter"),
        ("a\u200bb", "TITLE: holds the hidden character U+200B: delete it"),
        ("a\x00b", "TITLE: holds the hidden character U+0000: delete it"),
        ("<b>", "TITLE: holds '<', which no title of a page may: write it in words"),
        ("a > b", "TITLE: holds '>', which no title of a page may: write it in words"),
        ("{! x !}", "TITLE: holds '{!', which no title of a page may: write it in words"),
    ],
)
def test_a_title_that_will_not_do_is_told_with_what_to_write(title: str, told: str) -> None:
    assert told == faults(title=title)[0]


@pytest.mark.parametrize(
    ("subjects", "told"),
    [
        ("", "SUBJECTS: none given, and a course compares 2 to 5"),
        (" ", "SUBJECTS: none given, and a course compares 2 to 5"),
        ("Tea", "SUBJECTS: 1 given, and a course compares 2 to 5"),
        ("A,B,C,D,E,F", "SUBJECTS: 6 given"),
        ("A,B,C,D,E,F,G", "SUBJECTS: 7 given, and a course compares 2 to 5"),
        ("Tea,,Coffee", "SUBJECTS: number 2 is empty: write a name there"),
        ("Tea, tea=", "SUBJECTS: number 2 is empty: write a name there"),
        (
            "Чай, Кофе",
            "SUBJECTS: no id can be made of 'Чай', for ids are addresses: write it with one in plain letters, as in",
        ),
        ("Tea 茶, Coffee", "SUBJECTS: no id can be made of 'Tea 茶'"),
        ("++, Coffee", "SUBJECTS: no id can be made of '++'"),
        ("Big Tea=x, Coffee", "SUBJECTS: 'Big Tea' is no id: write lower case letters"),
        ("-tea=x, Coffee", "SUBJECTS: '-tea' is no id: write lower case letters"),
        ("name=Tea, Coffee", "SUBJECTS: the id 'name' is taken on the page of the table"),
        ("C, C++", "SUBJECTS: 'C' and 'C++' get the same id 'c': write one with an id of its own, as in c-2=Name"),
        ("x" * 25 + ", Tea", f"SUBJECTS: '{'x' * 25}' has 25 characters, and at most 24 fit"),
        ("*Tea*, Coffee", "SUBJECTS: '*Tea*' holds marks of Markdown or HTML: write the name without them"),
        ("<b>, Coffee", "SUBJECTS: '<b>' holds marks of Markdown or HTML"),
        ("T\u200bea, Coffee", "SUBJECTS: 'T\\u200bea' holds the hidden character U+200B: delete it"),
        ("Te\na, Coffee", "SUBJECTS: 'Te\\na' has a line break: write it in one line"),
    ],
)
def test_subjects_that_will_not_do_are_told_with_what_to_write(subjects: str, told: str) -> None:
    assert faults(subjects=subjects)[0].startswith(told)


def test_all_that_is_wrong_is_told_at_once() -> None:
    assert 7 == len(faults(title="a\nb<", subjects="Чай,,", language="xx", licence="MIT"))


def test_language_and_licence_may_be_left_out_or_chosen() -> None:
    assert ("en", "") == (planned(TITLE, "A, B").language, planned(TITLE, "A, B", " ", " ").licence)
    chosen = planned(TITLE, "A, B", " de ", " CC0-1.0 ")

    assert ("de", "CC0-1.0") == (chosen.language, chosen.licence)


@pytest.mark.parametrize("language", ["fr", "DE", "../de", "d\u200be", "template"])
def test_a_language_without_words_is_told_with_those_that_have_some(language: str) -> None:
    (told,) = faults(language=language)

    assert told.startswith(f"LANGUAGE: {language!a} is none that the interface has words in: write de or en; CONTRIB")


@pytest.mark.parametrize("licence", ["MIT", "CC BY 4.0", "cc-by-4.0", "CC-BY-4.0 OR MIT"])
def test_another_licence_is_told_with_those_to_choose_from(licence: str) -> None:
    told = "is none to choose from: write CC-BY-4.0 or CC-BY-SA-4.0 or CC0-1.0, or leave it out and choose later"

    assert [f"LICENCE: {licence!a} {told}"] == faults(licence=licence)


def test_a_plan_that_is_kept_comes_back_the_same() -> None:
    plan = Plan('"Ä" \\', (Subject("tea", "Чай", "red"),), date(2026, 1, 2), "de", "CC0-1.0")

    assert plan == Plan.from_json(plan.to_json())


def test_a_plan_that_was_kept_before_there_was_a_choice_is_in_english_and_without_a_licence() -> None:
    kept = '{"title": "T", "subjects": [{"id": "a", "name": "A", "tone": "red"}], "made": "2026-01-02"}'

    assert Plan("T", (Subject("a", "A", "red"),), date(2026, 1, 2), "en", "") == Plan.from_json(kept)
