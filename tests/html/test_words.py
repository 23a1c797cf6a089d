"""The words of the interface in a language: of the course that is spoken for, and of no other."""

from datetime import date

import pytest
from jinja2 import Environment

from macros.html import words
from macros.html.words import gettext, install, language, later, ngettext, speaking
from macros.reading.letters import in_order


def test_english_is_what_stands_in_the_code() -> None:
    assert "Next" == gettext("Next")
    assert "Step 2 of 3" == gettext("Step %(step)d of %(count)d", step=2, count=3)
    assert ["1 lesson", "2 lessons"] == [ngettext("%(num)d lesson", "%(num)d lessons", count) for count in (1, 2)]


def test_german_comes_from_its_catalogue() -> None:
    with speaking("de"):
        assert "Weiter" == gettext("Next")
        assert "Schritt 2 von 3" == gettext("Step %(step)d of %(count)d", step=2, count=3)
        assert ["1 Lektion", "2 Lektionen"] == [ngettext("%(num)d lesson", "%(num)d lessons", n) for n in (1, 2)]


def test_a_text_that_no_catalogue_has_stays_as_it_is() -> None:
    with speaking("de"):
        assert "Never heard of 100 % of it" == gettext(later("Never heard of 100 % of it"))


def test_no_language_outlasts_its_block() -> None:
    with speaking("de"), speaking("en"):
        assert "Next" == gettext("Next")
    with pytest.raises(ZeroDivisionError), speaking("de"):
        _ = 1 / 0

    assert "en" == words.code()
    assert "Next" == gettext("Next")


def test_a_language_without_a_catalogue_is_english() -> None:
    assert ["de", "en"] == words.languages()
    for code in ("xx", "../de", ""):
        assert "en" == language(code).code


@pytest.mark.parametrize(("code", "expected"), [("en", "1,200.5"), ("de", "1.200,5")])
def test_numbers_have_the_marks_of_the_language_and_back(code: str, expected: str) -> None:
    assert expected == language(code).numeral("1,200.5")
    assert "1,200.5" == language(code).in_english(expected)


@pytest.mark.parametrize(("code", "expected"), [("en", "2026-11-03"), ("de", "3. November 2026")])
def test_days_are_written_as_the_language_does(code: str, expected: str) -> None:
    assert expected == language(code).day(date(2026, 11, 3))


def test_templates_speak_as_it_is_spoken_when_they_are_rendered() -> None:
    jinja = Environment(autoescape=True)
    install(jinja)
    template = jinja.from_string('{{ _("Steps: %(picture)s", picture=picture) }}')

    assert "Steps: &lt;b&gt;" == template.render(picture="<b>")
    with speaking("de"):
        assert "Schritte: &lt;b&gt;" == template.render(picture="<b>")


def test_letters_with_marks_are_sorted_beside_those_without() -> None:
    assert ["Adler", "Ähre", "Azur", "Zebra"] == sorted(["Zebra", "Azur", "Ähre", "Adler"], key=in_order)
