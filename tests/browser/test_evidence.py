"""The comparison, the charts and the helper in a real browser, with a script and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import COURSE
from tests.waiting import at_rest

TABLE, CHARTS, HELPER = "comparison/", "charts/", "which-one/"
ROWS = ".comparison--full tr[id]"
ASKED = COURSE.decisions["drink"]


def advice(*questions: str) -> str:
    """Return the name of the advice for whoever says yes to these questions, and answers no other."""
    answers = [(question.id, answer) for question in ASKED.questions for answer in question.answers]
    towards = {
        name for asked, answer in answers if asked in questions and answer.id == "yes" for name in answer.towards
    }
    (found,) = (outcome.name for outcome in ASKED.outcomes if {*outcome.subjects} == towards)
    return found


def visible(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:visible").count()


def test_rows_are_filtered_by_group_and_words_and_the_address_keeps_it(page: Page, address: str) -> None:
    page.goto(address + TABLE)
    rows = visible(page, ROWS)
    page.get_by_label("Group").select_option("making")
    expect(page.get_by_role("status").filter(has_text=f"of {rows} rows")).to_be_visible()
    group = visible(page, ROWS)
    page.get_by_label("Search in the rows").fill("hot ground")
    expect(page.get_by_role("status").filter(has_text="rows")).not_to_have_text(f"{group} of {rows} rows")
    few = visible(page, ROWS)

    assert 1 <= few < group < rows
    expect(page).to_have_url(f"{address}{TABLE}?group=making&words=hot+ground")
    expect(page.get_by_role("status").filter(has_text="rows")).to_have_text(f"{few} of {rows} rows")
    page.reload()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(few)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(rows)
    expect(page).to_have_url(address + TABLE)


def test_words_that_no_row_has_leave_no_group(page: Page, address: str) -> None:
    page.goto(f"{address}{TABLE}?words=zebra")

    expect(page.locator(".comparison--full tbody[data-group]:visible")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "?group=taste"])
def test_a_linked_row_is_shown_with_its_reason(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}{TABLE}{query}#drawing")

    expect(page.locator("#drawing")).to_be_in_viewport()
    expect(page.locator("#drawing th details p")).to_be_visible()


def test_the_names_of_columns_and_buttons_are_not_searched(page: Page, address: str) -> None:
    page.goto(f"{address}{TABLE}?words=sources")
    rows = page.locator(ROWS).count()

    assert rows / 2 > visible(page, ROWS)
    page.get_by_label("Search in the rows").fill("no such words")
    expect(page.get_by_role("status").filter(has_text="row")).to_have_text("No row has these words.")


def test_going_back_shows_what_the_address_says(page: Page, address: str) -> None:
    page.goto(f"{address}{TABLE}?group=taste#colour")
    page.locator("#warmth a.comparison__anchor").click()
    page.get_by_label("Group").select_option("making")
    expect(page).to_have_url(f"{address}{TABLE}?group=making")
    page.go_back()

    expect(page.locator("#colour")).to_be_visible()
    expect(page.get_by_label("Group")).to_have_value("taste")


@pytest.mark.parametrize("rest", ["?group=nonsense", "#%E0%A4%A", "?utm_source=x"])
def test_an_odd_address_shows_all_rows(page: Page, address: str, rest: str) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + TABLE + rest)

    assert page.locator(ROWS).count() == visible(page, ROWS)
    expect(page.get_by_label("Group")).to_have_value("")
    assert [] == said


def test_filtering_keeps_what_it_does_not_know_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}{TABLE}?utm_source=x")
    page.get_by_label("Group").select_option("making")

    expect(page).to_have_url(f"{address}{TABLE}?utm_source=x&group=making")


def test_a_cell_is_linked_from_the_bibliography(page: Page, address: str) -> None:
    page.goto(f"{address}sources/#adam-2020")
    page.locator("#adam-2020").locator("a[href$='/#warmth--tea']").first.click()

    expect(page).to_have_url(f"{address}{TABLE}#warmth--tea")
    expect(page.locator("[id='warmth--tea'] .evidence__figures")).to_be_visible()


def test_a_row_that_is_linked_is_not_hidden_by_the_headers(page: Page, address: str) -> None:
    page.goto(f"{address}{TABLE}#drawing")
    at_rest(page)
    name = page.locator("#drawing th a").bounding_box()
    header = page.locator(".comparison--full thead th").last.bounding_box()

    assert name
    assert header
    assert header["y"] + header["height"] <= name["y"]
    assert 0 <= header["y"] < 150


def test_without_a_script_every_row_is_there_and_every_cell_opens(still: Page, address: str) -> None:
    still.goto(address + TABLE)
    cell = still.locator("[id='drawing--tea']")

    expect(still.locator(".filter form")).to_be_hidden()
    expect(still.get_by_role("button", name="All rows")).to_be_visible()
    assert still.locator(ROWS).count() == visible(still, ROWS)
    expect(cell.locator(".evidence__figures")).to_be_hidden()
    cell.locator("summary").click()
    expect(cell.locator(".evidence__figures")).to_be_visible()


def test_a_cell_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + TABLE)
    page.locator("[id='drawing--tea'] summary").focus()
    page.keyboard.press("Enter")

    expect(page.locator("[id='drawing--tea'] .evidence__figures")).to_be_visible()


def test_the_print_shows_all_evidence_and_no_filter(page: Page, address: str) -> None:
    page.goto(address + TABLE)
    page.emulate_media(media="print")
    at_rest(page)

    assert page.locator(".evidence__figures").count() == visible(page, ".evidence__figures")
    expect(page.locator(".filter")).to_be_hidden()


def test_each_chart_lists_its_figures_in_a_table(still: Page, address: str) -> None:
    still.goto(address + CHARTS)
    for chart in still.locator("figure.chart").all():
        dots = chart.locator(".diagram__wide .dg-text--value").count()
        chart.locator(".chart__list summary").click()

        expect(chart.locator("tbody tr:visible")).to_have_count(dots)


LINES = """(cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}"""
"""On how many lines the words of an element stand."""


@pytest.mark.parametrize("width", [360, 768, 1024, 1280])
def test_a_long_word_in_the_first_column_is_not_broken(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + TABLE)
    name = page.locator(f"{ROWS} .comparison__anchor").first
    name.evaluate("(name) => { name.textContent = 'Weiterverkaufen' }")

    assert 1 == name.evaluate(LINES)


def test_the_first_column_leaves_the_room_to_the_answers(page: Page, address: str) -> None:
    page.goto(address + TABLE)
    first, second = (
        page.locator(".comparison--full thead th").nth(n).evaluate("(head) => head.clientWidth") for n in (0, 1)
    )

    assert 1.5 * first < second


def test_the_heading_of_a_phone_has_room_for_a_long_word(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + TABLE)
    page.locator("h1").evaluate("(title) => { title.textContent = 'Barrierefreiheit' }")

    assert 1 == page.locator("h1").evaluate(LINES)


def test_on_a_phone_the_list_of_a_chart_takes_the_whole_width(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + CHARTS)
    page.locator("figure.chart .chart__list summary").first.click()
    widths = [
        cell.evaluate("(cell) => cell.getBoundingClientRect().width / cell.parentElement.clientWidth")
        for cell in page.locator("figure.chart tbody tr:visible").first.locator("th, td").all()
    ]

    assert 4 * [1] == [round(width, 1) for width in widths]


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_word_of_a_chart_lies_in_it_and_is_large_enough(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + CHARTS)
    faults = page.evaluate("""() => [...document.querySelectorAll('svg.dg')]
      .filter((svg) => svg.getBoundingClientRect().width)
      .flatMap((svg) => [...svg.querySelectorAll('text')].filter((text) => {
        const label = text.getBoundingClientRect(), frame = svg.getBoundingClientRect();
        const size = 15 * frame.width / svg.viewBox.baseVal.width;
        return label.left < frame.left - 1 || label.right > frame.right + 1 || size < 12;
      }).map((text) => text.textContent))""")

    assert [] == faults


def test_answers_add_up_to_an_advice_that_can_be_linked(page: Page, address: str) -> None:
    page.goto(address + HELPER)
    expect(page.locator(".decision__outcome:visible")).to_have_count(0)
    page.locator("input[name=hurry][value=yes]").check()
    expect(page.locator(".decision__outcome:visible .decision__name")).to_have_text(advice("hurry"))
    page.locator("input[name=calm][value=yes]").check()

    expect(page.locator(".decision__outcome:visible")).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="advice")).to_contain_text(
        f"2 of {len(ASKED.questions)} questions answered. The advice so far: {advice('hurry', 'calm')}"
    )
    expect(page).to_have_url(f"{address}{HELPER}?hurry=yes&calm=yes")
    page.reload()
    expect(page.locator(".decision__outcome:visible .decision__name")).to_have_text(advice("hurry", "calm"))
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".decision__outcome:visible")).to_have_count(0)
    expect(page).to_have_url(address + HELPER)


def test_the_helper_goes_back_with_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}{HELPER}?hurry=yes")
    page.evaluate("location.hash = 'how-the-advice-is-found'")
    page.locator("input[name=calm][value=yes]").check()
    expect(page).to_have_url(f"{address}{HELPER}?hurry=yes&calm=yes#how-the-advice-is-found")
    page.go_back()

    expect(page.locator("input:checked")).to_have_count(1)
    expect(page.locator(".decision__outcome:visible .decision__name")).to_have_text(advice("hurry"))


def test_the_print_is_dark_on_white_whatever_the_screen(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(address + TABLE)
    page.emulate_media(media="print")

    expect(page.locator("h1")).to_have_css("color", "rgb(20, 32, 43)")


def test_the_print_of_the_helper_has_all_advice_while_nothing_is_answered(page: Page, address: str) -> None:
    page.goto(address + HELPER)
    page.locator("[data-decision][data-bound]").wait_for()
    page.emulate_media(media="print")

    assert page.locator(".decision__outcome").count() == visible(page, ".decision__outcome")
    expect(page.get_by_role("button", name="Start again")).to_be_hidden()


def test_every_set_of_answers_has_one_advice(page: Page, address: str) -> None:
    page.goto(address + HELPER)
    page.locator("[data-decision][data-bound]").wait_for()
    lost = page.evaluate("""async () => {
      const form = document.querySelector('[data-decision]');
      const questions = [...form.querySelectorAll('fieldset')].map((f) => [...f.querySelectorAll('input')]);
      const lost = [];
      const walk = (chosen, rest) => {
        if (!rest.length) {
          form.dispatchEvent(new Event('change'));
          const shown = form.querySelectorAll('[data-subjects]:not([hidden])').length;
          if (shown !== 1) lost.push(chosen);
          return;
        }
        for (const input of rest[0]) { input.checked = true; walk([...chosen, input.value], rest.slice(1)); }
      };
      walk([], questions);
      return lost;
    }""")

    assert [] == lost


def test_the_helper_is_used_by_keyboard_and_does_not_hide_what_has_the_focus(page: Page, address: str) -> None:
    page.goto(address + HELPER)
    page.locator("input[name=hurry][value=yes]").focus()
    page.keyboard.press("Space")
    for _ in range(30):
        page.keyboard.press("Tab")
        hidden = page.evaluate("""() => {
          const box = document.activeElement.getBoundingClientRect();
          const panel = document.querySelector('.decision__outcomes');
          const inside = panel.contains(document.activeElement);
          return !inside && box.bottom > panel.getBoundingClientRect().top
            && document.querySelector('[data-decision]').contains(document.activeElement);
        }""")

        assert not hidden, page.evaluate("document.activeElement.outerHTML")


def test_without_a_script_the_helper_shows_all_questions_answers_and_advice(still: Page, address: str) -> None:
    still.goto(address + HELPER)

    expect(still.locator("input:visible")).to_have_count(0)
    expect(still.get_by_role("button", name="Start again")).to_be_hidden()
    expect(still.get_by_text("Note for each of your answers")).to_be_visible()
    assert still.locator(".decision__outcome").count() == visible(still, ".decision__outcome")
    assert still.locator(".decision__because").count() == visible(still, ".decision__because")
