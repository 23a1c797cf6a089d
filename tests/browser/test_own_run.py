"""The reader's own run: read in the page alone, checked, and drawn beside the others."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.reading.yaml import read_yaml
from tests.builders import WHOLE
from tests.chart.looking import SIZES, faults
from tests.conftest import ready

OWN = "[data-own-run]"
SAID = f"{OWN} [role=status]"
WORDS = "rows => rows.map(row => [...row.querySelectorAll('text')].map(one => one.textContent).join(': '))"
HEIGHTS = "all => all.map(one => one.getBoundingClientRect().height)"
RUNS = read_yaml((WHOLE / "docs/data/measurements.yml").read_text(), "").value["runs"]


def run(**others: Any) -> dict[str, Any]:
    """Return a run as the program writes it in JSON, which may have other fields."""
    made: dict[str, Any] = json.loads(json.dumps(RUNS[0]))
    return {**made, **others}


def result(number: int = 0, **others: Any) -> dict[str, Any]:
    return {**run()["results"][number], **others}


def spread(*values: float) -> dict[str, Any]:
    return {"median": values[0], "minimum": min(values), "maximum": max(values), "values": [*values]}


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Return the page that takes a run, with its script: each test gives it another one."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        faults = list[str]()
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{address}lab/")
        expect(page.locator(f"{OWN}[data-bound]")).to_be_visible()
        yield page
        assert [] == faults


def give(page: Page, text: str) -> None:
    """Give a text to the page as a file, and wait until it says something about it."""
    forget(page)
    page.set_input_files(f"{OWN} input", {"name": "mine.json", "mimeType": "application/json", "buffer": text.encode()})
    expect(page.locator(SAID)).not_to_be_empty()


def forget(page: Page) -> None:
    """Take away what the page said of the run before."""
    page.locator(SAID).evaluate("said => { said.textContent = ''; }")


def told(page: Page) -> list[str]:
    return page.locator(f"{OWN} [data-faults] li").all_inner_texts()


def test_a_run_is_drawn_beside_the_others_and_listed(page: Page) -> None:
    give(page, json.dumps(run()))

    expect(page.locator(SAID)).to_have_text("Your run is drawn into 3 charts, and listed below.")
    assert [] == told(page)
    rows = page.locator(".diagram__wide [data-own]:not([display])")
    words = rows.evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('text')].map(one => one.textContent).join(': '))"
    )
    assert [
        "Your run: 241 s",
        "on a gas flame: 250 ms",
        "Your run: 1 cups at once: 240 s",
        "Your run: 4 cups at once: 300 s",
        "Your run: 5",
    ] == words
    assert rows.count() == page.locator(".diagram__narrow [data-own]:not([display])").count()
    assert ["Enamel & <i>iron</i>", "2", "some <b>scale</b>"] == page.locator(f"{OWN} dd").all_inner_texts()
    assert 2 == page.locator(f"{OWN} table").count()


def test_nothing_is_asked_of_any_server(page: Page) -> None:
    page.mouse.wheel(0, 1)
    ready(page)
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    give(page, json.dumps(run()))
    expect(page.locator(SAID)).to_contain_text("3 charts")
    page.get_by_role("button", name="Take my run away").click()
    expect(page.locator(SAID)).to_have_text("Your run is gone from the page.")

    assert [] == asked
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert {"default-src 'none'", "connect-src 'self'", "form-action 'none'"} <= {*policy.split("; ")}


BAD = {
    "": ["The file: is no JSON, or not the whole of it: choose what greet.py --json wrote."],
    "{": ["The file: is no JSON, or not the whole of it: choose what greet.py --json wrote."],
    json.dumps(run())[:-20]: ["The file: is no JSON, or not the whole of it: choose what greet.py --json wrote."],
    "schema: 3\n": ["The file: is no JSON, or not the whole of it: choose what greet.py --json wrote."],
    '{"schema": 3, "runs": NaN}': ["The file: is no JSON, or not the whole of it: choose what greet.py --json wrote."],
    "[]": ["The file: is JSON, but no run: choose what greet.py --json wrote."],
    "null": ["The file: is JSON, but no run: choose what greet.py --json wrote."],
    '{"a": 1}': ["The file: is JSON, but no run: choose what greet.py --json wrote."],
    json.dumps(run(schema=2)): ["schema: 2 is of an older greet.py: measure again with the one of this page."],
    json.dumps(run(schema=4)): ["schema: 4 is of a newer greet.py than this page knows: load the page again."],
    json.dumps(run(schema="<b>3</b>")): [
        "schema: <b>3</b> is of an older greet.py: measure again with the one of this page."
    ],
}


@pytest.mark.parametrize("text", BAD, ids=range(len(BAD)))
def test_what_is_no_run_is_told_and_nothing_is_drawn(page: Page, text: str) -> None:
    give(page, text)
    expect(page.locator(SAID)).to_have_text("Nothing was drawn.")

    assert BAD[text] == told(page)
    assert 0 == page.locator("[data-own]:not([display]), [data-shown]:not([hidden])").count()


NUMBER = "must be a number that is not negative, and not beyond all machines."
PARTLY = {
    "results[0].draw_seconds.median: is not that of the values.": result(draw_seconds={**spread(3.0), "median": 4.0}),
    "results[0].draw_seconds.minimum: is not that of the values.": result(draw_seconds={**spread(3.0), "minimum": 2.0}),
    f"results[0].draw_seconds.values: {NUMBER}": result(draw_seconds={**spread(3.0), "values": [3.0, None]}),
    f"results[0].draw_seconds.maximum: {NUMBER}": result(draw_seconds={**spread(3.0), "maximum": -3}),
    f"results[0].cup.in_a_litre: {NUMBER}": result(cup={**result()["cup"], "in_a_litre": 1e300}),
    "results[0].cup.in_a_litre: is missing.": result(cup={"bytes": 1, "measured": []}),
    "results[0].draw_seconds: must have fields of its own.": result(draw_seconds=[3]),
    "results[0].together: must be a list.": result(together="x"),
    "results[0].together[0]: must have fields of its own.": result(together=[None]),
    "results[0].heat: must be text.": result(heat={"toString": 1}),
    "results[0].kind: this page knows no way “constructor”.": result(kind="constructor"),
    "results[0].kind: this page knows no way “<img src=x onerror=a()>”.": result(kind="<img src=x onerror=a()>"),
    "results[0]: must have fields of its own.": 7,
}


@pytest.mark.parametrize("fault", PARTLY, ids=range(len(PARTLY)))
def test_what_is_wrong_is_named_with_its_field_and_the_rest_is_drawn(page: Page, fault: str) -> None:
    give(page, json.dumps(run(results=[PARTLY[fault], result(1)])))
    expect(page.locator(SAID)).to_contain_text("What could not be read is named below, and left out.")

    assert [fault] == told(page)
    assert 1 <= page.locator(".diagram__wide [data-lane=coffee] [data-own]:not([display])").count()
    assert 0 == page.locator(f"{OWN} img, figure img").count()


def test_no_more_faults_are_named_than_can_be_read(page: Page) -> None:
    give(page, json.dumps(run(results=[7] * 40)))
    expect(page.locator(f"{OWN} [data-faults] li")).to_have_count(13)

    assert "and 28 more" == told(page)[-1]


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_read(page: Page, tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(100_000_000)
    forget(page)
    page.evaluate(
        "Blob.prototype.text = new Proxy(Blob.prototype.text, {"
        " apply: (text, file) => { document.body.dataset.read = 'yes'; return text.call(file); } }); 0"
    )
    page.set_input_files(f"{OWN} input", tmp_path / "large.json")
    expect(page.locator(SAID)).to_have_text("Nothing was drawn.")

    assert ["The file: is larger than a megabyte, which no run is: it was not read."] == told(page)
    assert page.locator("body").get_attribute("data-read") is None


def test_a_value_outside_the_axis_makes_it_longer(page: Page) -> None:
    figure = page.locator("figure[data-measured=draw_seconds] .diagram__wide")
    give(page, json.dumps(run(results=[result(draw_seconds=spread(5e6, 4e-7, 6e9))])))
    expect(figure.locator("[data-lane=tea] [data-own]")).to_be_visible()
    places = "all => all.map(one => one.getBoundingClientRect()).flatMap(({left, right}) => right ? [left, right] : [])"
    marks, ends = figure.locator(".dg-mark, .dg-spread").evaluate_all(places), figure.evaluate_all(places)

    assert ends[0] <= min(marks) < max(marks) <= ends[1]
    assert "6,000,000,000 s" in (page.locator(f"{OWN} table").first.text_content() or "")


def test_a_run_that_is_taken_away_leaves_the_charts_as_they_were(page: Page) -> None:
    figures = page.locator("figure.chart")
    give(page, json.dumps(run()))
    page.get_by_role("button", name="Take my run away").click()
    before = figures.evaluate_all(HEIGHTS)
    give(page, json.dumps(run()))
    expect(page.locator(SAID)).to_contain_text("3 charts")
    grown = figures.evaluate_all(HEIGHTS)
    page.get_by_role("button", name="Take my run away").click()
    expect(page.locator("[data-own]:not([display])")).to_have_count(0)

    assert all(one < other for one, other in zip(before, grown, strict=True))
    assert before == pytest.approx(figures.evaluate_all(HEIGHTS), abs=1)
    expect(page.locator(f"{OWN} input")).to_be_focused()
    assert 0 == page.get_by_text("SVG with your run").count()


def test_a_run_can_be_pasted_with_the_keyboard_alone(page: Page) -> None:
    forget(page)
    page.locator(f"{OWN} > details summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(json.dumps(run()))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(SAID)).to_contain_text("3 charts")


def test_a_file_can_be_dropped(page: Page) -> None:
    forget(page)
    page.locator(OWN).evaluate(
        """(own, text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], "mine.json"));
          own.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        json.dumps(run()),
    )

    expect(page.locator(SAID)).to_contain_text("3 charts")


def test_each_chart_can_be_saved_with_the_run(page: Page, tmp_path: Path) -> None:
    give(page, json.dumps(run(machine={**run()["machine"], "kettle": "</svg><script>"})))
    links = page.get_by_role("link", name="SVG with your run")
    expect(links).to_have_count(3)
    with page.expect_download() as download:
        links.first.click()
    download.value.save_as(tmp_path / "mine.svg")
    texts = [element.text for element in ET.parse(tmp_path / "mine.svg").iter() if element.tag.endswith("text")]  # noqa: S314

    assert "draw_seconds.svg" == download.value.suggested_filename
    assert {"Your run", "on a gas flame", "Tea in a pot"} <= {*texts}
    assert "Your run: 4 cups at once" not in texts


def test_it_works_on_a_page_that_was_swapped_in_and_no_other_page_loads_it(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked = list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}charts/")
        page.mouse.move(5, 5)
        ready(page)
        loaded = [url for url in asked if "own-run" in url]
        page.locator(".side__link[href$='lab/']").evaluate("link => link.click()")
        expect(page.locator(f"{OWN}[data-bound]")).to_be_visible()
        give(page, json.dumps(run()))
        expect(page.locator(SAID)).to_contain_text("3 charts")

        assert [] == loaded
        assert 1 == len([url for url in asked if "own-run" in url])
        assert 1 == len([url for url in asked if url.endswith("/lab/")]), "the page was loaded, not swapped in"


def test_without_scripts_the_page_says_what_does_the_same(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}lab/")

        expect(page.locator(f"{OWN} input")).to_be_hidden()
        expect(page.get_by_text("python3 greet.py --html mine.html")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 768])
def test_on_a_touch_screen_its_targets_are_large_and_nothing_is_wider_than_the_page(
    browser: Browser, address: str, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{address}lab/")
        page.locator(OWN).scroll_into_view_if_needed()
        expect(page.locator(f"{OWN}[data-bound]")).to_be_visible()
        give(page, json.dumps(run()))
        expect(page.locator(SAID)).to_contain_text("3 charts")
        sizes = page.locator(f"{OWN} :is(input, button:visible)").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )

        assert [] == [size for size in sizes if size < 44]
        assert width == page.evaluate("document.documentElement.scrollWidth")


def test_with_a_run_of_the_reader_the_charts_can_be_read_at_every_width(page: Page) -> None:
    far = [result(draw_seconds=spread(1e-9), heat="said of the heat " * 9), *run()["results"][1:]]
    give(page, json.dumps(run(results=far)))
    found = {width: wrong for width in SIZES if (wrong := faults(page, width))}
    page.set_viewport_size({"width": 1280, "height": 900})

    assert {} == found
