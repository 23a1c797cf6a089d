"""Charts in a browser, with words and values as bad as their forms allow: no line goes through words, none touch."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from macros.chart.plot import Key, Lane, Rows, Value
from macros.chart.rows import draw
from macros.content.units import KNOWN
from macros.diagram.block import NARROW, WIDE
from tests.builders import STYLES
from tests.chart.looking import SIZES, faults
from tests.conftest import ROOT

TEA, COFFEE = Key("Tea", "green", 0), Key("Coffee with a name of many words, as long as names can be", "red", 1)
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenkasse"
WIDEST = "W" * 60
SHELL = (ROOT / "docs/assets/shell.css").read_text()


def value(amount: float, label: str = "", shown: str = "", *, reach: float = 1) -> Value:
    return Value(label, shown or f"{amount:g} s", TEA, amount, amount / reach, amount * reach)


def chart(*lanes: tuple[Value, ...], name: str = "Tea", note: str = "", axis: str = "Time") -> Rows:
    drawn = tuple(Lane(f"lane-{index}", name, "green", values, note=note) for index, values in enumerate(lanes))
    return Rows("Title", "Description", axis, KNOWN["time"], (TEA, COFFEE), drawn)


CHARTS = {
    "one value": chart((value(1),)),
    "equal values": chart(tuple(value(2, f"number {index}") for index in range(8)), (value(2),), (value(2),)),
    "values far apart": chart((value(1e-9), value(9.999e12, "later")), (value(3e-4),)),
    "values that reach over all": chart((value(1, reach=1e6), value(1.1, "more", reach=1e6))),
    "long words": chart((value(1, LONG), value(2, LONG)), name=LONG, note=LONG, axis=LONG),
    "the widest words": chart((value(1, WIDEST, "at least " + WIDEST),), name=WIDEST, note=WIDEST, axis=WIDEST),
    "many words": chart(
        (value(1, "as the words go on and on " * 2), value(70, "so they do " * 5)), note="and more " * 9
    ),
    "numbers of ten digits": chart((value(1, "of many digits", "at least 9,999,999,999 MiB"), value(1e9, "y" * 30))),
    "units of any length": replace(chart((value(1), value(1e6, "later"))), units={LONG: 1.0, WIDEST: 1e3}),
    "many lanes": chart(*[(value(10.0**index), value(10.0**index, "again")) for index in range(-8, 12)]),
}


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.mark.parametrize("name", CHARTS)
def test_whatever_a_chart_shows_its_words_can_be_read_at_every_width(blank: Page, name: str) -> None:
    drawn = "".join(
        f'<div class="diagram__{size}">{draw(CHARTS[name], limit)}</div>'
        for size, limit in (("wide", WIDE), ("narrow", NARROW))
    )
    blank.set_content(
        f'<style>{SHELL}{STYLES}</style><body style="margin:16px"><div class="md-typeset">'
        f'<figure class="diagram chart">{drawn}</figure></div>'
    )

    assert {} == {width: found for width in SIZES if (found := faults(blank, width))}
