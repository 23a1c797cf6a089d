"""The search finds what readers see, and looks for what they type whenever and however they type it."""

import re
from collections import defaultdict
from types import SimpleNamespace

import pytest
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from playwright.sync_api import Page, Route, expect

from macros.hooks import escaping
from macros.html.markup import plain
from tests.conftest import COURSE, LESSONS, PAGES
from tests.shared import cleared
from tests.waiting import at_rest, moments, until

WORD = re.compile(r"\b[^\W\d_]+\b|(?<![\w.,])\d+(?:[.,]\d+)*\b")
"""A word as readers see it, or a number."""

# Neither drawings nor what stands beside the text is searched: what scripts say, and the links to a page's files.
SHOWN = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const others = "svg, [data-search-exclude], [role=status], [role=doc-noteref], .filter, .edits";
  const own = ".objectives__state, .missed__said, [data-held]";
  for (const part of document.querySelectorAll(`${others}, ${own}`)) part.remove();
  return document.querySelector("article").innerText;
}"""

FOUND = """async ([root, phrases]) => {
  const { search } = JSON.parse(document.getElementById("__config").textContent);
  const index = await (await fetch(`${root}search/search_index.json`)).json();
  const worker = new Worker(new URL(search, location));
  const answer = (message) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data.data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: { ...index, options: {} } });
  const found = [];
  for (const data of phrases) {
    const { items } = await answer({ type: 2, data });
    found.push(items.flat().map(({ location }) => location.split("#")[0]));
  }
  return found;
}"""

QUERY = "[data-md-component=search-query]"
RESULT = ".md-search-result__link"
LATE = {
    "script of ours": "**/assets/course.*.js",
    "script of the theme": "**/bundle.*.js",
    "worker": "**/workers/search.*.js",
    "index": "**/search_index.json",
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


def loaded(page: Page) -> None:
    """Load everything: it takes a first move of the reader."""
    page.mouse.move(200, 200)
    expect(page.locator("html")).to_have_class(re.compile("ready"))


def missed(page: Page, address: str, wanted: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the words that do not lead to each page that has them, with the pages."""
    loaded(page)
    found = page.evaluate(FOUND, [address, list(wanted)])
    lost = {word: wanted[word] - {*paths} for word, paths in zip(wanted, found, strict=True)}
    return {word: paths for word, paths in lost.items() if paths}


def test_every_word_of_every_page_finds_it(page: Page, address: str, shown: dict[str, str]) -> None:
    wanted = defaultdict(set)
    for path, text in shown.items():
        for word in WORD.findall(text):
            wanted[word].add(path)

    assert len(wanted) > 400
    assert {} == missed(page, address, wanted)


def test_words_are_found_with_the_marks_that_stand_around_them(page: Page, address: str, shown: dict[str, str]) -> None:
    wanted = defaultdict(set)
    for path, text in shown.items():
        for words in text.split():
            if WORD.search(words):
                wanted[words].add(path)

    assert "(see" in wanted
    assert {} == missed(page, address, wanted)


def test_every_name_of_every_term_finds_the_glossary(page: Page, address: str) -> None:
    found = COURSE.glossary
    terms = found.terms if found else ()
    names = [plain(name) for term in terms for name in (term.term, *term.also)]

    assert len(names) > 2
    assert {} == missed(page, address, {name: {"glossary/"} for name in names})


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("kettle pour -it --hot", LESSONS[1]),
        ("what is an infusion", LESSONS[0]),
        ("~2.5", "comparison/"),
        ('"warm cup"', LESSONS[1]),
        ("time:draw", "charts/"),
    ],
)
def test_what_readers_type_is_words_and_no_command(page: Page, address: str, words: str, path: str) -> None:
    loaded(page)
    [found] = page.evaluate(FOUND, [address, [words]])

    assert path in found


def test_a_question_finds_what_it_is_about_first(page: Page, address: str) -> None:
    loaded(page)
    found = page.evaluate(FOUND, [address, ["what is an infusion", "which one should I drink"]])

    assert [LESSONS[0], "which-one/"] == [paths[0] for paths in found]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>one</td><td>two</td></tr></table>",
        "<dl><dt>one</dt><dd>two</dd></dl>",
        "<p>one<br>two</p>",
        "<details><summary>one</summary>two</details>",
        "<ul><li>one</li><li>two</li></ul>",
        "<figure>one<figcaption>two</figcaption></figure>",
        "<h2 id='a'>one<br>two</h2>",
        "<h2 id='a'>one</h2><p>two</p>",
        "<div>one</div><div>two</div>",
    ],
)
def test_words_of_two_elements_stay_two_for_the_search(html: str) -> None:
    index = SearchIndex()
    escaping.keep_words_apart(index)
    page = SimpleNamespace(content=f"<h1 id='t'>T</h1>{html}", meta={}, toc=[], url="")
    index.add_entry_from_context(page)
    read = " ".join(f"{entry['title']} {entry['text']}" for entry in index.entries)

    assert ["T", "one", "two"] == re.sub("<[^>]*>", " ", read.replace("T T", "T")).split()
    assert html in page.content


def test_a_word_with_marks_in_it_stays_one_for_the_search() -> None:
    index = SearchIndex()
    escaping.keep_words_apart(index)
    page = SimpleNamespace(content="<p><strong>Tea</strong>sp<em>oon</em></p>", meta={}, title="T", toc=[], url="")
    index.add_entry_from_context(page)

    assert ["<p>Teaspoon</p>"] == [entry["text"] for entry in index.entries]


def held(page: Page, pattern: str) -> list[Route]:
    """Load a page again, and return a list of the requests for a file that wait for an answer."""
    waiting: list[Route] = []
    page.route(pattern, lambda route: waiting.append(route))  # noqa: PLW0108 - a bound method of a list is refused
    # The browser itself may have moved on the page before, and asked for all that comes then.
    page.reload()
    return waiting


@pytest.mark.parametrize("late", LATE)
@pytest.mark.parametrize("by_key", [True, False])
def test_what_is_typed_before_all_is_there_is_looked_for(page: Page, late: str, *, by_key: bool) -> None:
    waiting = held(page, LATE[late])
    if by_key:
        page.keyboard.press("/")
        page.keyboard.type("saucer")
    else:
        page.mouse.move(200, 200)
        page.locator(QUERY).fill("saucer")
    assert until(lambda: waiting, moments(page))
    at_rest(page)
    for route in waiting:
        route.continue_()

    expect(page.locator(RESULT).first).to_be_visible()


def test_what_comes_without_a_key_is_looked_for(page: Page) -> None:
    loaded(page)
    page.locator(QUERY).focus()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    # As a paste by mouse does: the words are there, and no key was pressed.
    page.keyboard.insert_text("saucer")

    expect(page.locator(RESULT).first).to_be_visible()
    page.locator(QUERY).fill("afternoon")
    expect(page.locator(f"{RESULT} h1").first).to_contain_text("Which one")


@pytest.mark.parametrize("late", LATE)
def test_the_search_that_was_closed_before_all_is_there_stays_closed(page: Page, late: str) -> None:
    waiting = held(page, LATE[late])
    page.keyboard.press("/")
    page.keyboard.type("sauc")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert until(lambda: waiting, moments(page))
    for route in waiting:
        route.continue_()
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    at_rest(page)

    expect(page.locator("#__search")).not_to_be_checked()
    expect(page.locator(QUERY)).not_to_be_focused()
    page.locator("article a").first.click(trial=True)
    page.keyboard.press("/")
    expect(page.locator(RESULT).first).to_be_visible()
