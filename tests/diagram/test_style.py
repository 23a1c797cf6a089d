"""What a stylesheet makes of a drawing."""

from xml.etree import ElementTree as ET

import pytest

from macros.diagram.style import Stylesheet

CSS = """
:root { --ink: light-dark(#111111, #eeeeee); --main: red; }
.a { fill: var(--main); stroke: var(--ink); width: 5px; }
.tone { --main: light-dark(teal, #abcdef); }
.mix { fill: color-mix(in srgb, var(--main) 25%, light-dark(white, black)); }
.a:hover { fill: pink; }
@media print { .a { fill: yellow; } }
rect.b, .c .d { fill: none; }
"""


def styles(svg: str, scheme: str, css: str = CSS) -> list[dict[str, str]]:
    return [style for _, style in Stylesheet.read(css).styles(ET.fromstring(svg), scheme)]  # noqa: S314


@pytest.mark.parametrize(("scheme", "ink"), [("light", "#111111"), ("dark", "#eeeeee")])
def test_variables_and_schemes_are_worked_out(scheme: str, ink: str) -> None:
    assert {"fill": "red", "stroke": ink} == styles('<svg><g class="a"/></svg>', scheme)[1]


def test_a_variable_holds_for_what_is_inside() -> None:
    drawn = '<svg><g class="tone"><rect class="a"/></g><rect class="a"/></svg>'

    assert ["teal", "red"] == sorted((s["fill"] for s in styles(drawn, "light") if "fill" in s), reverse=True)


def test_mixtures_are_worked_out() -> None:
    assert "#ffbfbf" == styles('<svg><g class="mix"/></svg>', "light")[1]["fill"]
    assert "#400000" == styles('<svg><g class="mix"/></svg>', "dark")[1]["fill"]


def test_a_later_or_more_exact_rule_wins() -> None:
    assert "none" == styles('<svg><rect class="b a"/></svg>', "light")[1]["fill"]
    assert "none" == styles('<svg class="c"><rect class="a d"/></svg>', "light")[1]["fill"]


def test_states_and_other_media_do_not_hold() -> None:
    assert "red" == styles('<svg><g class="a"/></svg>', "light")[1]["fill"]


def test_what_a_drawing_does_not_need_is_left_out() -> None:
    assert "width" not in styles('<svg><g class="a"/></svg>', "light")[1]
