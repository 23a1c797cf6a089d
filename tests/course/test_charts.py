"""The charts of this course in a browser: no line goes through words, no two labels touch, and all can be read."""

import pytest
from playwright.sync_api import Page

from macros.assembly.course import Course
from tests.chart.looking import SIZES, faults
from tests.conftest import ROOT

COURSE = Course.read(ROOT / "docs")
PAGES = sorted({page.url for page in COURSE.pages if {"chart", "measured_chart"} & {call.name for call in page.calls}})


def test_the_course_has_pages_with_charts() -> None:
    assert PAGES, "show a chart on a page, or delete this file"


@pytest.mark.parametrize("url", PAGES)
def test_every_chart_can_be_read_at_every_width(at_home: Page, home: str, url: str) -> None:
    at_home.goto(home + url)
    at_home.locator("figure.chart svg").first.wait_for(state="attached")

    assert {} == {width: found for width in SIZES if (found := faults(at_home, width))}, "shorten these words"
