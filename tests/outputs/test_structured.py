"""What pages are for search engines, against the vocabulary of schema.org."""

from pathlib import Path
from typing import Any

import pytest

from macros.assembly.asked import asked
from macros.assembly.course import Course
from macros.html.markup import plain
from macros.outputs.head import Heads
from macros.outputs.previews import Previews
from macros.outputs.structured import Structured
from macros.reading.site import Site
from tests.builders import change, docs_in
from tests.conftest import COURSE
from tests.outputs.vocabulary import misfits

SITE = Site("Drinks", "https://site.test/drinks/")


def graph(url: str, course: Course = COURSE) -> list[dict[str, Any]]:
    page = course.page_at(url)
    assert page
    return Structured(course, SITE).graph(page)


def things(url: str, kind: str, course: Course = COURSE) -> list[dict[str, Any]]:
    return [thing for thing in graph(url, course) if thing["@type"] == kind]


@pytest.mark.parametrize("url", sorted(page.url for page in COURSE.pages))
def test_every_page_keeps_to_the_vocabulary(url: str) -> None:
    assert [] == [fault for thing in graph(url) for fault in misfits(thing)]


@pytest.mark.parametrize(
    ("thing", "fault"),
    [
        ({"@type": "Lesson"}, ": there is no type 'Lesson'"),
        ({"@type": "Quiz", "courseMode": "Online"}, "/Quiz.courseMode: Quiz has no such property"),
        ({"@type": "Quiz", "timeRequired": "3 min"}, "/Quiz.timeRequired: '3 min' is none of ['Duration']"),
        ({"@type": "Course", "provider": {"@type": "Quiz"}}, "/Course.provider: holds no Quiz"),
        ({"@type": "Quiz", "hasPart": [{"@type": "Quizz"}]}, "/Quiz.hasPart: there is no type 'Quizz'"),
    ],
)
def test_what_does_not_keep_to_the_vocabulary_is_told(thing: dict[str, Any], fault: str) -> None:
    assert fault in [*misfits(thing)]


def test_the_first_page_is_the_course_with_its_lessons() -> None:
    (course,) = things("", "Course")

    assert [lesson.title for lesson in COURSE.lessons] == [part["name"] for part in course["hasPart"]]
    assert {"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": f"PT{COURSE.minutes}M"} == course[
        "hasCourseInstance"
    ]
    assert "https://site.test/drinks/" == course["url"]


def test_a_lesson_says_its_time_its_level_what_it_teaches_its_licence_and_its_credit() -> None:
    lesson = COURSE.lessons[0]
    (told,) = things(lesson.url, "LearningResource")

    assert COURSE.card
    assert COURSE.card.licence
    assert (f"PT{lesson.minutes}M", COURSE.card.level) == (told["timeRequired"], told["educationalLevel"])
    assert [*lesson.page.objectives] == told["teaches"]
    assert COURSE.card.licence.url == told["license"]
    assert told["creditText"].startswith(f"By {COURSE.card.authors}.")
    assert f"PT{lesson.minutes_to_answer}M" == told["hasPart"]["timeRequired"]


def test_every_thing_that_is_a_page_says_what_it_is_about_its_language_and_that_it_is_free() -> None:
    told = [(page, graph(page.url)[0]) for page in COURSE.pages]
    pages = [(page, thing) for page, thing in told if "isPartOf" in thing]

    assert {"LearningResource", "Quiz", "Dataset", "DefinedTermSet", "CollectionPage", "AboutPage"} == {
        thing["@type"] for _, thing in pages
    }
    for page, thing in pages:
        assert ("en", True) == (thing["inLanguage"], thing["isAccessibleForFree"])
        assert "https://site.test/drinks/" == thing["isPartOf"]["@id"] == things("", "Course")[0]["@id"]
        if thing["@type"] != "Dataset":  # which is described in words of its own
            assert page.front_matter.description == thing["description"]


def test_the_questions_of_a_lesson_are_named_in_it_and_told_by_the_review_with_their_addresses_there() -> None:
    lesson = COURSE.lessons[0]
    (told,), (review,) = things(lesson.url, "LearningResource"), things("review/", "Quiz")
    addresses = [f"https://site.test/drinks/{lesson.url}#ask--{one.id}" for one in COURSE.quizzes["drinks"].questions]

    assert "Check yourself" == told["hasPart"]["name"]
    assert addresses == [part["url"] for part in review["hasPart"] if lesson.url in part["url"]]


def test_the_review_has_each_question_that_its_page_shows_with_its_answers() -> None:
    (told,) = things("review/", "Quiz")
    tested = [question for one in asked(COURSE) for _, question in one.tested]
    kinds = {question.kind: part for question, part in zip(tested, told["hasPart"], strict=True)}

    assert [plain(question.question) for question in tested] == [part["text"] for part in told["hasPart"]]
    assert {
        "one-of": "Multiple choice",
        "some-of": "Multiple choice",
        "press": "Multiple choice",
        "in-order": "Ordering",
        "match": "Matching",
    } == {kind: part["eduQuestionType"] for kind, part in kinds.items()}
    assert ["one-of"] == [kind for kind, part in kinds.items() if len(part["acceptedAnswer"]) == 1 and kind != "press"]
    assert [*kinds] == [kind for kind, part in kinds.items() if part["acceptedAnswer"]]


def test_a_licence_that_everybody_knows_says_that_nobody_pays(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (before,) = things("", "Course", Course.read(docs))
    change(docs, "data/course.yml", 'by/4.0/"}', 'by/4.0/", spdx: CC-BY-4.0}')
    (after,) = things("", "Course", Course.read(docs))

    assert "offers" not in before
    assert {"@type": "Offer", "category": "Free"} == after["offers"]
    assert [] == [*misfits(after)]


def test_a_course_that_names_its_day_says_it_of_each_page(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/course.yml", "authors: somebody\n", "authors: somebody\npublished: 2026-11-28\n")
    course = Course.read(docs)
    told = [graph(page.url, course)[0] for page in course.pages]

    assert {"2026-11-28"} == {thing["datePublished"] for thing in told if thing["@type"] != "BreadcrumbList"}
    assert [] == [fault for thing in told for fault in misfits(thing)]
    assert all("datePublished" not in graph(page.url)[0] for page in COURSE.pages)


def test_a_page_says_the_way_to_it_by_the_pages_in_whose_folders_it_stands() -> None:
    course = COURSE.page_at("lab/")
    assert course
    (trail,) = things("lab/", "BreadcrumbList")
    items = trail["itemListElement"]

    assert [(1, "Drinks", "https://site.test/drinks/"), (2, course.front_matter.title, None)] == [
        (item["position"], item["name"], item.get("item")) for item in items
    ]
    assert [] == things("", "BreadcrumbList")


def test_the_glossary_is_a_set_of_terms_each_with_its_address() -> None:
    (told,) = things("glossary/", "DefinedTermSet")
    assert COURSE.glossary

    assert {f"https://site.test/drinks/glossary/#{term.id}" for term in COURSE.glossary.terms} == {
        term["url"] for term in told["hasDefinedTerm"]
    }


def test_the_comparison_is_a_dataset_with_each_of_its_files() -> None:
    (told,) = things("comparison/", "Dataset")
    names = ["comparison.json", "comparison.csv", "figures.csv", "sources.json"]

    assert [f"https://site.test/drinks/data/{name}" for name in names] == [
        part["contentUrl"] for part in told["distribution"]
    ]


def test_without_a_course_card_nothing_is_said(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/course.yml", "lessons:", "lesson:")

    assert [] == graph("", Course.read(docs))


def test_hostile_text_does_not_end_the_script(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    change(docs, "data/course.yml", "level: Beginner", "level: </script><b>x</b>")
    heads = Heads(Previews(Course.read(docs), SITE))

    assert "<b>" not in heads.with_head("<head></head>", "lessons/01-drinks/")
    assert "\\u003c/script>\\u003cb>x" in heads.with_head("<head></head>", "lessons/01-drinks/")


def test_a_site_without_an_address_says_nothing() -> None:
    heads = Heads(Previews(COURSE, Site("Drinks", "")))

    assert "<head></head>" == heads.with_head("<head></head>", "")
