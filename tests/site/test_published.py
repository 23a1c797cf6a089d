"""The published site as browsers get it: what is asked for and when, what the policy allows, what its names hold."""

import gzip
import hashlib
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.hooks.published import on_files
from macros.publish.names import APART
from macros.publish.policy import drawing_policy, policy, policy_of
from tests.conftest import COURSE, LESSONS, PAGES, ROOT, TITLES, answer, pages_of, ready
from tests.seeking import sought
from tests.waiting import at_rest, moments, until

KIB = 1024


@pytest.fixture
def page(published: BrowserContext) -> Iterator[Page]:
    """Return a page whose errors and violations of the policy are failures."""
    page = published.new_page()
    wrong = complaints(page)
    yield page
    assert [] == wrong


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Path, home: str) -> Iterator[Page]:
    """Return a page that goes from one page of the site to the next, for what is asked of each of them."""
    with browser.new_context() as context:
        context.route(f"{home}**", lambda route: answer(route, site, home))
        yield context.new_page()


def complaints(page: Page) -> list[str]:
    """Return a list that grows with errors and violations of the policy."""
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong


def asked_for(page: Page, home: str) -> list[str]:
    """Return a list that grows with each request, by path."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(home)))
    return asked


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_first_view_of_a_lesson_is_three_requests_and_fifteen_kibibytes_beside_its_page(
    page: Page, site: Path, home: str, lesson: str
) -> None:
    """How long a lesson is, and what it holds, its author decides."""
    asked = asked_for(page, home)
    page.goto(home + lesson, wait_until="networkidle")
    of_the_author = (".png", ".jpg", ".jpeg", ".webp", "blocks")
    ours = [path for path in asked if path != lesson and not any(mark in path for mark in of_the_author)]

    assert len(ours) <= 2, asked
    assert sum(len(gzip.compress((site / path).read_bytes())) for path in ours) <= 15 * KIB


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_shows_itself_by_the_first_stylesheet_and_what_it_holds_of_blocks(site: Path, lesson: str) -> None:
    assert set(styles_at_once(site / lesson / "index.html")) <= {"first", "blocks"}


def test_pages_with_what_no_lesson_has_load_the_stylesheet_of_the_others_too(site: Path) -> None:
    loading = {page.parent.name for page in pages_of(site) if styles_at_once(page)[1:2] == ["others"]}

    assert {"comparison", "which-one"} <= loading


def test_every_page_loads_the_stylesheet_of_the_others_before_another_can_be_swapped_in(site: Path) -> None:
    for page in pages_of(site):
        later = page.read_text().partition("<template>")[2].partition("</template>")[0]

        assert ["others", "later", "blocks", "paper"] == re.findall(r"assets/(\w+)\.\w+\.css", later)


def styles_at_once(page: Path) -> list[str]:
    """Return the names of the stylesheets in the head of a page, less that for paper."""
    head = page.read_text().partition("</head>")[0].partition("<noscript>")[0]
    return re.findall(r'<link rel="stylesheet" href="[^"]*assets/(\w+)\.\w+\.css">', head)


@pytest.mark.parametrize("lesson", LESSONS)
def test_two_thirds_of_the_first_window_of_a_connection_are_left_for_the_words_of_a_lesson(
    site: Path, lesson: str
) -> None:
    headers, window = 300, 10 * 1460
    of_the_author = r"<style>.*?</style>|<article.*</article>"
    frame = re.sub(of_the_author, "", (site / lesson / "index.html").read_text(), flags=re.DOTALL)

    assert len(gzip.compress(frame.encode())) + headers <= 5.5 * KIB < 0.4 * window


@pytest.mark.parametrize("path", PAGES)
def test_nothing_shifts_and_nothing_is_loaded_from_elsewhere(tab: Page, home: str, path: str) -> None:
    page, wrong = tab, complaints(tab)
    asked = asked_for(page, home)
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(reduced_motion="no-preference")
    page.goto(home + path, wait_until="networkidle")
    page.mouse.move(300, 300)
    ready(page)
    at_rest(page)
    shift = page.evaluate(
        """() => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntries()
            .reduce((sum, entry) => sum + entry.value, 0))).observe({type: "layout-shift", buffered: true})
            || setTimeout(() => resolve(0), 200))"""
    )

    assert [] == [url for url in asked if url.startswith("http")]
    assert 0 == shift
    assert [] == wrong


@pytest.mark.parametrize(
    "move",
    [
        lambda page: page.mouse.move(200, 200),
        lambda page: page.keyboard.press("Tab"),
        lambda page: page.mouse.wheel(0, 300),
        lambda page: page.evaluate("scrollTo(0, 200)"),
        lambda page: page.locator(".control--search").focus(),
    ],
    ids=["pointer", "key", "wheel", "scroll", "focus"],
)
def test_the_rest_is_loaded_once_at_the_first_move(page: Page, home: str, move: object) -> None:
    assert callable(move)
    asked = asked_for(page, home)
    page.goto(home + LESSONS[0], wait_until="networkidle")
    before = len(asked)
    move(page)
    ready(page)
    scripts = [path for path in asked if path.endswith(".js") and "/workers/" not in path]

    assert len(asked) > before
    assert sorted(set(scripts)) == sorted(scripts)
    assert any("bundle" in path for path in scripts)


def test_the_index_of_the_search_is_asked_for_when_somebody_searches(page: Page, home: str) -> None:
    asked = asked_for(page, home)
    page.goto(home)
    page.mouse.move(200, 200)
    ready(page)
    at_rest(page)

    assert [] == [path for path in asked if "search" in path]
    sought(page, "saucer")
    assert 1 == len([path for path in asked if path.endswith("search/start.js")])
    assert 1 == len([path for path in asked if "/words-" in path])


@pytest.mark.parametrize(("save", "fetched"), [(False, 1), (True, 0)])
def test_the_next_lesson_is_fetched_near_the_end_unless_data_is_saved(
    page: Page, home: str, *, save: bool, fetched: int
) -> None:
    page.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{value: {{saveData: {str(save).lower()}}}}})"
    )
    asked = asked_for(page, home)
    page.goto(home + LESSONS[0])
    page.mouse.wheel(0, 200)
    ready(page)
    at_rest(page)

    assert LESSONS[1] not in asked
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    at_rest(page)
    until(lambda: fetched == asked.count(LESSONS[1]), moments(page))
    assert fetched == asked.count(LESSONS[1])


def test_a_page_is_swapped_in_and_told_to_screen_readers(page: Page, home: str) -> None:
    page.goto(home + LESSONS[0])
    page.evaluate("window.same = true")
    page.mouse.move(200, 200)
    ready(page)
    page.locator(".footer__next").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])
    expect(page.locator("[data-arrived]")).to_have_text(re.compile(f"^{re.escape(TITLES[1])} - "))
    expect(page.locator("#content")).to_be_focused()
    assert (home + LESSONS[1], True) == (page.url, page.evaluate("window.same"))
    expect(page.locator("a.skip")).to_have_attribute("href", f"{home}{LESSONS[1]}#content")


def test_a_link_within_a_page_leaves_what_was_opened_open(page: Page, home: str) -> None:
    page.goto(home + LESSONS[0])
    page.mouse.move(200, 200)
    ready(page)
    for swapped in (False, True):
        if swapped:
            page.locator(".footer__next").click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])
        page.locator(".in-words summary").first.click()
        page.evaluate("window.main = document.querySelector('main'), scrollTo(0, 100)")
        at_rest(page)
        asked = asked_for(page, home)
        page.locator(".side__contents a").last.click()
        expect(page).to_have_url(re.compile("#"))
        assert until(lambda: page.evaluate("scrollY > 1000"), moments(page))
        at_rest(page)
        page.go_back()
        assert until(lambda: page.evaluate("scrollY == 100"), moments(page))
        assert page.url.removeprefix(home) not in asked
        assert page.evaluate("window.main === document.querySelector('main')")
        expect(page.locator(".in-words").first).to_have_attribute("open", "")


def test_a_page_that_is_swapped_in_brings_the_rules_that_it_holds_and_takes_them_away(page: Page, home: str) -> None:
    page.goto(f"{home}glossary/")
    page.evaluate("window.same = true")
    page.mouse.move(200, 200)
    ready(page)
    for link, held in (("charts", 3), ("glossary", 0)):
        page.evaluate(f"document.querySelector('.side a[href$=\"/{link}/\"]').click()")
        expect(page).to_have_url(f"{home}{link}/")
        expect(page.locator("head style")).to_have_count(held)
        used = "[...document.querySelectorAll('head style')].every(style => style.sheet?.cssRules.length > 1)"
        assert page.evaluate(f"window.same && {used}")


def test_scripts_work_on_a_page_that_is_swapped_in(page: Page, home: str) -> None:
    page.goto(home)
    page.mouse.move(200, 200)
    ready(page)
    page.evaluate("window.same = true")
    page.locator(".outline a").nth(1).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLES[1])
    figure = page.locator("figure[data-steps]").first
    figure.get_by_role("button", name="Next").click()

    expect(figure.locator("[data-count]")).to_have_text(re.compile("^Step 2 of"))
    page.locator(".in-words summary").first.click()
    expect(page.locator(".in-words").first).to_have_attribute("open", "")
    page.evaluate("document.querySelector('.side a[href$=\"/comparison/\"]').click()")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Drinks compared")
    page.get_by_label("Search in the rows").fill("leaves")
    expect(page.locator("[data-filter] [role=status]")).to_have_text(re.compile(r"^\d+ of \d+ rows"))
    assert page.evaluate("window.same")


def test_the_policy_allows_the_one_inline_script_and_nothing_else(site: Path) -> None:
    assert len(pages_of(site)) > len(PAGES)
    for page in pages_of(site):
        is_guarded(page.read_text())


def test_a_page_holds_the_rules_of_its_pictures_and_the_policy_allows_these_alone(site: Path) -> None:
    held: dict[str, set[str]] = {}
    for text in (page.read_text() for page in pages_of(site)):
        kinds = {*re.findall(r'<figure[^>]* data-operated="(\w+)', text)} - {"layers", "race"}
        kinds |= {*re.findall(r'<(?:table|figure) class="(comparison|console)', text)}
        styles = re.findall(r"<style\b.*?>(.*?)</style>", text, re.DOTALL)

        assert len(kinds) == len(styles)
        for kind in kinds:
            held.setdefault(kind, {*styles}).intersection_update(styles)
    assert {"capacity", "comparison", "console", "failure", "views"} == held.keys()
    rules = [f"<style>{style}</style>" for styles in held.values() for style in styles]
    named = re.findall("'sha256-[^']+'", drawing_policy(rules))
    assert sorted(named) == sorted(re.findall("'sha256-[^']+'", policy_of(text).partition("style-src")[2]))


def is_guarded(text: str) -> None:
    start = re.search(r"<script data-root=[^>]*>.*?</script>", text, re.DOTALL)
    inline = re.findall(r"<script(?![^>]*(?:src=|type=\"application/(?:ld\+)?json\"))[^>]*>", text)

    assert start
    assert policy(start[0]) == re.sub(r"(style-src 'self')[^;]*", r"\1", policy_of(text))
    assert 1 == len(inline)
    assert [] == re.findall(r"<[^>]*\s(?:style|on[a-z]+)=|javascript:", text)
    assert text.index("Content-Security-Policy") < text.index("<link")
    assert ("unsafe" in policy(start[0])) is False


def test_names_of_assets_hold_the_hash_of_what_is_in_them(site: Path) -> None:
    theme = {"javascripts"}
    for file in sorted((site / "assets").rglob("*.*")):
        found = re.search(r"\.([0-9a-f]{8})\.", file.name)

        assert found, file
        if not theme & set(file.relative_to(site).parts):
            assert found[1] == hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def test_nothing_is_published_that_no_page_loads(site: Path) -> None:
    text = "".join(page.read_text() for page in site.rglob("*.html"))

    assert [] == [file.name for file in (site / "assets").rglob("*.*") if file.name not in text]


@pytest.fixture(scope="session")
def whole_styles() -> str:
    """Return the stylesheet of the theme and those of the course for screens, with all rules."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    theme = next(Path(folder) for folder in config.theme.dirs if "material" in folder)
    files = [
        next((theme / "assets/stylesheets").glob("main.*.css")),
        *(ROOT / "docs/assets" / Path(css).name for css in config.extra_css if Path(css).stem != "paper"),
    ]
    return "\n".join(file.read_text() for file in files)


LACKING = r"""([whole, others]) => {
    const apart = list => {
        const found = [""]
        let depth = 0
        for (const sign of list) {
            depth += "([".includes(sign) - ")]".includes(sign)
            if (sign === "," && !depth) found.push("")
            else found[found.length - 1] += sign
        }
        return found.map(selector => selector.trim())
    }
    const says = rule => rule.selectorText && [...rule.style].some(name => !name.startsWith("--"))
    const selectors = rules => [...rules].flatMap(rule => [
        ...(says(rule) ? apart(rule.selectorText) : []), ...(rule.cssRules ? selectors(rule.cssRules) : []),
    ])
    const matches = selector => {
        const still = selector.replace(/::[\w-]+(\([^)]*\))?/g, ":is(*)")
            .replace(/:(active|checked|focus(-visible|-within)?|hover|target|visited)\b/g, ":is(*)")
            .replace(/:not\((:has\()?:is\(\*\)\)?\)/g, ":is(*)")
        try {
            return [...document.querySelectorAll(still)].some(one => !others.includes(one.localName))
        } catch {
            return true
        }
    }
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(whole)
    const small = new Set([...document.styleSheets].flatMap(sheet => selectors(sheet.cssRules)))
    return [...new Set(selectors(sheet.cssRules))].filter(selector => !small.has(selector) && matches(selector))
}"""
"""Returns the selectors of a whole stylesheet that match what is on the page, and that those of the page lack.

The tags of others are left out: the stylesheet that stands apart says all of them.

A state, such as that of a link below the pointer, counts as one that can be reached. A rule that sets custom
properties alone is left out where nothing uses them.
"""


def lacking_rules(page: Page, whole: str) -> list[str]:
    """Return the selectors of a whole stylesheet that a page would need, and whose rules were left out."""
    return list(page.evaluate(LACKING, [whole, sorted(APART)]))


DIFFERENT = r"""whole => {
    const own = [...document.styleSheets]
    const sheet = new CSSStyleSheet({ baseURL: own[0].href })
    sheet.replaceSync(whole)
    const declared = rules => [...rules].flatMap(rule => [
        ...(rule.style || []), ...(rule.cssRules ? declared(rule.cssRules) : []),
    ])
    const names = [...new Set([sheet, ...own].flatMap(one => declared(one.cssRules)))]
        .filter(name => !name.startsWith("--"))
    const drawn = { "::marker": "li, summary", "::placeholder": "input" }
    const parts = ["", "::before", "::after", "::marker", "::placeholder"].flatMap(part =>
        [...document.querySelectorAll(drawn[part] || "*")].map(element => [element, part]))
    const look = ([element, part]) => {
        const style = getComputedStyle(element, part)
        if (/before|after/.test(part) && style.content === "none") return []
        const nowhere = { background: style.backgroundImage === "none", transform: style.display === "none" }
        const placeless = name => /-(position|origin)/.test(name) && nowhere[name.split("-")[0]]
        return names.map(name => placeless(name) ? "" : style.getPropertyValue(name))
    }
    const near = (one, other) => {
        if (one === other) return true
        const [left, right] = [one, other].map(text => (text || "").split(/(-?\d*\.?\d+)/))
        return left.every((text, place) => text === right[place] || Math.abs(text - right[place]) < 0.001)
            && left.length === right.length
    }
    const small = parts.map(look)
    document.adoptedStyleSheets = [sheet]
    for (const one of own) one.disabled = true
    const found = parts.flatMap(([element, part], place) => {
        const large = look([element, part])
        const other = names.filter((_, number) => !near(small[place][number], large[number]))
        return other.map(name => `${element.localName} ${element.className}${part} ${name}`)
    })
    for (const one of own) one.disabled = false
    document.adoptedStyleSheets = []
    return found
}"""
"""Returns what on a page looks otherwise with a whole stylesheet in the place of its own: the part and the property.

Looks are the values that the browser has computed of each property that any of the stylesheets declares, which find
more than pictures: what is transparent, too small to see, or below something else. The place of a background is left
out where none is drawn, and that of a centre where nothing is drawn at all; what is written in fewer bytes may differ
by a thousandth of a pixel.
"""


def different(page: Page, whole: str) -> list[str]:
    """Return what looks otherwise, at each width, when a page gets the whole stylesheet."""
    found = []
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += page.evaluate(DIFFERENT, whole)
    return found


@pytest.mark.parametrize("path", PAGES)
def test_the_small_stylesheets_look_like_the_whole_ones(tab: Page, whole_styles: str, home: str, path: str) -> None:
    page = tab
    page.emulate_media(reduced_motion="reduce")
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(home + path)

    assert [] == different(page, whole_styles)
    page.unroute("**/*.js")
    page.goto(home + path)
    page.mouse.move(2, 2)
    ready(page)
    assert [] == different(page, whole_styles)


@pytest.mark.parametrize("path", PAGES)
def test_the_small_stylesheets_print_and_contrast_like_the_whole_ones(
    tab: Page, whole_styles: str, home: str, path: str
) -> None:
    page = tab
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    # What only paper has is no part of the whole. Pages that show what is remembered load it without a move.
    page.route("**/paper.*.css", lambda route: route.fulfill(body="", content_type="text/css"))
    page.goto(home + path)
    page.emulate_media(media="print", reduced_motion="reduce")
    printed = page.evaluate(DIFFERENT, whole_styles)
    page.emulate_media(media="screen", forced_colors="active")
    forced = page.evaluate(DIFFERENT, whole_styles)
    page.emulate_media(forced_colors="none")
    page.unroute("**/*.js")
    page.unroute("**/paper.*.css")

    assert ([], []) == (printed, forced)


def test_a_page_that_is_swapped_in_looks_as_if_it_had_been_opened(page: Page, home: str, whole_styles: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(home + LESSONS[0])
    page.evaluate("window.same = true")
    page.mouse.move(2, 2)
    ready(page)
    for path in ("comparison/", "which-one/", LESSONS[1], ""):
        page.evaluate("path => document.querySelector(`.side a[href$='${path}']`).click()", f"/{path}")
        expect(page).to_have_url(home + path)
        expect(page.locator("[data-arrived]")).not_to_be_empty()
        at_rest(page)

        assert [] == different(page, whole_styles), path
    assert page.evaluate("window.same")


def test_a_page_with_blocks_lacks_no_rule(page: Page, home: str, whole_styles: str) -> None:
    page.goto(f"{home}notes/")

    assert [] == lacking_rules(page, whole_styles)


def test_a_rule_that_was_left_out_would_be_found(page: Page, home: str, whole_styles: str) -> None:
    page.goto(home)
    more = "nav u, main:hover, html:not(:focus), body.none, p:not(body)::before { color: red }"

    assert ["main:hover", "html:not(:focus)", "p:not(body)::before"] == lacking_rules(page, f"{whole_styles}{more}")


def test_a_faulty_policy_would_be_noticed(published: BrowserContext, site: Path, home: str) -> None:
    page = published.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.route(home, lambda route: route.fulfill(body=(site / "index.html").read_text().replace("sha256-", "sha256-A")))
    page.goto(home)

    assert any("Content Security Policy" in text for text in wrong)


def test_the_descriptions_are_whole(site: Path) -> None:
    for page in COURSE.pages:
        text = (site / page.url / "index.html").read_text()
        (description,) = re.findall(r'<meta name="description" content="([^"]*)">', text)

        assert page.front_matter.description == html.unescape(description), page.path


def test_a_file_that_the_settings_name_and_that_is_not_there_is_named() -> None:
    with pytest.raises(PluginError, match=r"^docs/assets/\w+\.js:1:1: there is no such file"):
        on_files(Files([]), load_config(str(ROOT / "mkdocs.yml")))
