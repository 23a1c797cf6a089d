"""The search finds what readers see, each thing by itself, and looks for what they type however they type it."""

import re
from collections import defaultdict

import pytest
from playwright.sync_api import Page, expect

from macros.html.markup import plain
from macros.reading.letters import words
from tests.conftest import COURSE, LESSONS, PAGES
from tests.held import Held
from tests.seeking import FIELD, RESULT, seek, sought
from tests.shared import cleared
from tests.waiting import at_rest

WORD = re.compile(r"\b[^\W\d_]+\b|(?<![\w.,])\d+(?:[.,]\d+)*\b")
"""A word as readers see it, or a number."""

# Neither drawings, controls nor answers are searched, and what stands on several pages is found on one.
SHOWN = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const unread = [
    "svg, button, select, [data-search-exclude], [role=status], [role=doc-noteref], [aria-hidden=true], .unseen",
    ".filter, .edits, .take-away, .headerlink, .cite, .objectives__state, .missed__said, [data-held], figure.diagram",
    ".chart__list, .sources__uses, .glossary__lesson, .glossary__also, .gallery, .comparison__group, .evidence__label",
    ".ask__how, .ask__why, .ask__option > p, .ask__answer, .predicted, .share, .share + .byline",
    ".evidence > summary, .in-words > summary, tr > th > details > summary",
  ];
  for (const part of document.querySelectorAll(unread.join())) part.replaceWith(" ");
  return document.querySelector("article").innerText;
}"""

FOUND = """async (phrases) => {
  const found = [];
  for (const phrase of phrases) {
    const { results } = await search.find(phrase);
    const shown = await Promise.all(results.map(({ entry }) => search.shown(entry)));
    found.push(shown.map(({ address }) => address));
  }
  return found;
}"""

SCORES = "typed => Promise.all(typed.map(async (one) => (await search.find(one)).results[0].score))"

STRANGE = ["Größe, ŒUVRE", "don't it\u2019s", "1,024.5 v1.24 C++", "e\u0301té", "\u0391\uff46 ½ x\u00adx 東京 _a_"]

LATE = {
    "script of ours": "**/assets/course.*.js",
    "script of the theme": "**/bundle.*.js",
    "script of the search": "**/assets/search.*.js",
    "beginning of the index": "**/search/start.js",
    "part of the index": "**/words-*.js",
}
"""What may come after the words are typed."""


@pytest.fixture(scope="module")
def shown(page_at_home: Page, address: str) -> dict[str, str]:
    """Return what readers see on each page, with all that can be unfolded."""
    texts = {}
    with cleared(page_at_home) as page:
        for path in PAGES:
            page.goto(address + path)
            # What such a page says of its reader comes with its scripts, in good time or just after it was read.
            if page.locator("[data-remembers]").count():
                expect(page.locator("html")).to_have_class(re.compile("ready"))
            texts[path] = str(page.evaluate(SHOWN))
    return texts


@pytest.fixture
def page(page: Page, address: str) -> Page:
    page.goto(address)
    return page


def found(page: Page, phrases: list[str]) -> list[list[str]]:
    """Return the addresses of what is found for each of some phrases, the best first."""
    sought(page, "tea")
    return list(page.evaluate(FOUND, phrases))


def missed(page: Page, wanted: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the words that do not lead to each page that has them, with the pages."""
    all_found = ({address.partition("#")[0] for address in one} for one in found(page, [*wanted]))
    lost = {word: wanted[word] - paths for word, paths in zip(wanted, all_found, strict=True)}
    return {word: paths for word, paths in lost.items() if paths}


def test_every_word_of_every_page_finds_it(page: Page, shown: dict[str, str]) -> None:
    wanted = defaultdict(set)
    for path, text in shown.items():
        for word in WORD.findall(text):
            wanted[word].add(path)

    assert len(wanted) > 400
    assert {} == missed(page, wanted)


def test_words_are_found_with_the_marks_that_stand_around_them(page: Page, shown: dict[str, str]) -> None:
    wanted = defaultdict(set)
    for path, text in shown.items():
        for word in text.split():
            if WORD.search(word):
                wanted[word].add(path)

    assert "(see" in wanted
    assert {} == missed(page, wanted)


def test_words_are_read_alike_when_they_are_typed_and_when_they_are_written(page: Page, shown: dict[str, str]) -> None:
    texts = [*shown.values(), *STRANGE]
    seek(page, "tea")
    expect(page.locator(RESULT).first).to_be_visible()

    assert [words(text) for text in texts] == page.evaluate("texts => texts.map(search.wordsOf)", texts)


def test_every_name_of_every_term_finds_it_first(page: Page) -> None:
    terms = COURSE.glossary.terms if COURSE.glossary else ()
    names = {plain(name): f"glossary/#{term.id}" for term in terms for name in (term.term, *term.also)}

    assert len(names) > 2
    assert [*names.values()] == [addresses[0] for addresses in found(page, [*names])]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("colour", "comparison/#colour"),
        ("color", "comparison/#colour"),
        ("COLORS", "comparison/#colour"),
        ("how fast", "comparison/#warmth"),
        ("minute", "comparison/#drawing"),
        ("infusoin", "glossary/#infusion"),
        ("nfusion", "glossary/#infusion"),
        ("infus", "glossary/#infusion"),
        ("what is an infusion", "glossary/#infusion"),
        ("which one should I drink", "which-one/"),
    ],
)
def test_what_is_meant_comes_first(page: Page, typed: str, expected: str) -> None:
    [addresses] = found(page, [typed])

    assert expected == addresses[0]


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("kettle pour -it --hot", LESSONS[1]),
        ("~2.5", "comparison/"),
        ('"warm cup"', LESSONS[1]),
        ("time:draw", "comparison/"),
        ("constructor __proto__ tea", LESSONS[0]),
    ],
)
def test_what_readers_type_is_words_and_no_command(page: Page, typed: str, path: str) -> None:
    [addresses] = found(page, [typed])

    assert path in {address.partition("#")[0] for address in addresses}


def test_a_synonym_of_two_words_counts_when_both_are_there(page: Page) -> None:
    both, one = found(page, ["how fast", "how"])

    assert "comparison/#warmth" == both[0]
    assert "comparison/#warmth" not in one[:1]


@pytest.mark.parametrize("typed", ["fast how", "how is it so fast", "how fats"])
def test_the_words_of_a_synonym_may_stand_in_any_order_and_apart(page: Page, typed: str) -> None:
    [addresses] = found(page, [typed])

    assert "comparison/#warmth" == addresses[0]


def test_a_synonym_in_its_own_order_counts_more(page: Page) -> None:
    sought(page, "tea")
    own, other = page.evaluate(SCORES, ["how fast", "fast how"])

    assert own > other


def test_a_word_that_the_course_says_in_another_way_finds_what_it_says(page: Page) -> None:
    jug, both = found(page, ["jug", "second jug"])

    assert "notes/" == jug[0].partition("#")[0]
    assert "notes/" == both[0].partition("#")[0]
    seek(page, "jug")
    said = page.get_by_role("dialog").get_by_role("status")
    expect(said).to_have_text(re.compile(r"^\d+ results?$"))
    expect(page.locator(RESULT).first.locator("mark").first).to_have_text("pot")


def test_what_a_lesson_holds_is_found_by_its_number(page: Page) -> None:
    sought(page, "lesson 2 pot")

    expect(page.locator(RESULT).first.locator(".search__about")).to_contain_text("Lesson 2")


def test_the_best_results_come_first_and_the_others_in_groups(page: Page) -> None:
    sought(page, "tea")
    headings = page.locator("dialog h2").all_text_contents()

    assert "Best results" == headings[0]
    assert {"Lessons", "Comparison"} <= {*headings}
    assert 3 == page.locator("dialog section").first.locator(RESULT).count()


def test_the_rest_of_a_group_is_shown_when_it_is_asked_for(page: Page) -> None:
    sought(page, "tea")
    group = page.locator("dialog section").nth(1)
    assert 3 == group.locator(RESULT).count()
    group.get_by_role("button", name="more: ").click()

    expect(group.locator(RESULT).nth(3)).to_be_focused()


def test_how_much_was_found_is_told_and_what_was_forgiven(page: Page) -> None:
    said = page.get_by_role("dialog").get_by_role("status")
    page.locator("[data-search]").click()
    expect(said).to_have_text("Type what you are looking for.")
    seek(page, "tea")
    expect(said).to_have_text(re.compile(r"^\d+ results$"))
    seek(page, "infusoin")
    expect(said).to_have_text(re.compile("^Nothing has “infusoin”: shown is what has “infusion”. "))
    seek(page, "qqqqqqqq")

    expect(said).to_have_text("Nothing was found for “qqqqqqqq”.")
    expect(page.locator(RESULT)).to_have_count(0)


def test_what_was_found_is_marked_and_stands_as_text(page: Page) -> None:
    first = sought(page, "infusion")

    expect(first.locator("mark").first).to_have_text("infusion")
    assert 0 == page.locator("dialog section :is(script, img, svg)").count()


def test_words_that_say_nothing_beside_others_are_not_marked(page: Page) -> None:
    sought(page, "what is the infusion of tea")
    beside = {mark.lower() for mark in page.locator("dialog mark").all_text_contents()}
    seek(page, "the")
    expect(page.locator("dialog mark").first).to_have_text(re.compile("the", re.IGNORECASE))

    assert "infusion" in beside
    assert not beside & {"what", "is", "the", "of"}


def test_enter_opens_the_first_result(page: Page, address: str) -> None:
    sought(page, "infusion")
    expect(page.locator(f"{RESULT} >> nth=0")).to_have_attribute("href", f"{address}glossary/#infusion")
    page.locator(FIELD).press("Enter")

    expect(page).to_have_url(f"{address}glossary/#infusion")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_closed_search_is_nothing_to_a_screen_reader_and_no_part_of_the_page(page: Page) -> None:
    expect(page.locator("dialog")).to_have_count(0)
    sought(page, "tea")
    expect(page.get_by_role("dialog", name="Search")).to_have_count(1)
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("search")).to_have_count(0)


def test_a_tap_beside_the_search_closes_it(page: Page) -> None:
    sought(page, "tea")
    page.mouse.click(5, 500)

    expect(page.get_by_role("dialog")).to_have_count(0)


def test_on_a_phone_the_search_is_the_whole_screen(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    sought(page, "tea")

    assert {"x": 0, "y": 0, "width": 360, "height": 740} == page.get_by_role("dialog").bounding_box()
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= 360")


def held(page: Page, pattern: str) -> Held:
    """Load a page again, and keep back what it asks for from now on."""
    files = Held(page, pattern)
    # The browser itself may have moved on the page before, and asked for all that comes then.
    page.reload()
    return files


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_typed_before_all_is_there_is_looked_for(page: Page, late: str, *, by_key: bool) -> None:
    files = held(page, LATE[late])
    if by_key:
        page.keyboard.press("/")
        page.keyboard.type("saucer")
    else:
        seek(page, "saucer")
    assert files.are_asked_for()
    at_rest(page)
    files.let_go()

    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator(FIELD)).to_have_value("saucer")
    expect(page.locator(FIELD)).to_be_focused()


def test_what_was_typed_last_is_shown_whatever_comes_later(page: Page) -> None:
    files = held(page, LATE["part of the index"])
    seek(page, "saucer")
    assert files.are_asked_for()
    page.locator(FIELD).fill("")
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Type what you are looking for.")
    files.let_go()
    at_rest(page)

    expect(page.locator(RESULT)).to_have_count(0)


def test_what_comes_without_a_key_is_looked_for(page: Page) -> None:
    page.locator("[data-search]").click()
    # As a paste by mouse does: the words are there, and no key was pressed.
    page.keyboard.insert_text("saucer")

    expect(page.locator(RESULT).first).to_be_visible()


@pytest.mark.parametrize("late", LATE)
def test_the_search_that_was_closed_before_all_is_there_stays_closed(page: Page, late: str) -> None:
    files = held(page, LATE[late])
    page.keyboard.press("/")
    page.keyboard.type("sauc")
    # Nothing is asked for by a search that is closed before it was drawn.
    assert files.are_asked_for()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    files.let_go()
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    at_rest(page)

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(FIELD)).not_to_be_focused()
    page.locator("article a").first.click(trial=True)
    page.keyboard.press("/")
    expect(page.locator(RESULT).first).to_be_visible()
