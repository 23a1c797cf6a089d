"""The stylesheets of the published site: what stays, what only other pages have, what comes later, what is left out."""

import pytest

from macros.publish.names import Names, names
from macros.publish.stylesheet import Divided, divided

PAGE = '<html class="js"><body><a class="skip" href="#x">x</a><p id="here" dir="ltr" title="a b">x</p></body></html>'


OTHER = '<html class="js"><body><p class="skip">x</p><table id="few"><tr class="row"></tr></table></body></html>'


def first(css: str) -> str:
    return split(css, names([PAGE]), [])[0]


def split(css: str, shared: Names, scripts: list[str]) -> tuple[str, str]:
    """Return the stylesheets of a site whose pages all share the first: that, and what comes later."""
    found = divided(css, shared, [], [], scripts)
    assert ("", ()) == (found.others, found.needing)
    return found.first, found.later


def in_three(css: str, *scripts: str) -> Divided:
    """Return the stylesheets of a site with another page."""
    return divided(css, names([PAGE]), [names([OTHER]), names([PAGE])], [], scripts)


@pytest.mark.parametrize(
    "selector",
    [
        ":is(nav, .skip)",
        ":where(p)",
        "p:has(+ a)",
        "a",
        "A",
        ".skip",
        "a.skip:hover",
        "#here",
        "[dir=ltr] p",
        "[title]",
        "p:not(.gone)",
        "::selection",
        "a>p",
        "p+a",
    ],
)
def test_a_selector_that_may_match_a_page_stays(selector: str) -> None:
    assert "color:red" in first(f"{selector}{{color:red}}")


@pytest.mark.parametrize(
    "selector",
    [
        ":is(nav, .gone) p",
        "p:has(> nav)",
        "nav",
        ".gone",
        "a.gone",
        "#gone",
        "[dir=rtl] p",
        "[lang]",
        "p .gone",
        ".skip>nav",
    ],
)
def test_a_selector_that_matches_no_page_goes(selector: str) -> None:
    assert "" == first(f"{selector}{{color:red}}")


def test_of_a_list_only_the_selectors_stay_that_may_match() -> None:
    assert ".skip{color:red}" == first(".gone, .skip, nav {color: red}")


@pytest.mark.parametrize("condition", ["@media print", "@supports (color:tan)", "@container (width>=1px)", "@layer x"])
def test_rules_within_conditions_are_chosen_in_the_same_way(condition: str) -> None:
    kept = first(f"{condition}{{ .gone {{color:red}} .skip {{color:green}} }}")

    assert (True, False) == ("green" in kept, "red" in kept)


def test_conditions_within_conditions_stay_together() -> None:
    kept = first("@media print{@supports (color:red){.skip{color:green}}}")

    assert "@media print{@supports (color:red){.skip{color:green}}}" == kept


def test_what_only_a_script_adds_comes_later() -> None:
    now, later = split(".found{color:red}.skip{color:green}", names([PAGE]), ["element.className = 'found'"])

    assert (".skip{color:green}", ".found{color:red}") == (now, later)


def test_what_a_later_rule_of_the_same_selector_resets_goes_with_what_only_it_uses() -> None:
    css = ":root{--icon:url(x)}p:before{content:'';mask:var(--icon)}@media print{p:before{color:red}}"

    assert "p:before{all:unset;color:green}" == first(f"{css}p::before{{all:unset;color:green}}")


@pytest.mark.parametrize("reset", ["a{all:unset}", "@media print{p{all:unset}}", "p{color:green}"])
def test_what_is_not_surely_reset_stays(reset: str) -> None:
    assert "font-size:1px" in first(f"p{{font-size:1px}}{reset}")


def test_a_reset_leaves_custom_properties_and_what_comes_after_it() -> None:
    kept = first("p{--x:1px;color:red}p{all:unset}p{width:var(--x)}")

    assert ("--x:1px" in kept, "color:red" in kept, "width:var(--x)" in kept) == (True, False, True)


def test_a_custom_property_stays_where_it_is_used_even_by_way_of_another() -> None:
    css = ":root{--a:var(--b);--b:red;--c:green;--d:blue}.skip{color:var(--a)}.found{color:var(--c)}"
    now, later = split(css, names([PAGE]), ["found"])

    assert (True, False, False) == tuple(name in now for name in ("--b:red", "--c:green", "--d"))
    assert (False, True, False) == tuple(name in later for name in ("--b:red", "--c:green", "--d"))


def test_a_custom_property_that_only_a_script_uses_comes_later() -> None:
    now, later = split(":root{--x:red}", names([PAGE]), ["style = 'color: var(--x)'"])

    assert ("", ":root{--x:red}") == (now, later)


def test_a_custom_property_that_a_page_uses_in_its_own_rules_is_there_at_once() -> None:
    found = divided(":root{--x:red;--y:red}", names([PAGE]), [], [], ["'--y'"], held=[".held{color:var(--x)}"])

    assert ":root{--x:red}" == found.first


def test_keyframes_stay_where_they_are_used() -> None:
    css = "@keyframes turn{to{rotate:90deg}}@keyframes gone{to{rotate:1deg}}.skip{animation:turn 1s}"

    assert (True, False) == tuple(name in first(css) for name in ("@keyframes turn", "@keyframes gone"))


def test_the_order_of_rules_is_kept() -> None:
    assert "a{color:red}.skip{color:green}p{color:#00f}" == first("a{color:red}.skip{color:green}nav{x:y}p{color:blue}")


def test_fonts_and_other_at_rules_are_not_lost() -> None:
    css = '@font-face{font-family:X;src:url(x.woff2)}@property --y{syntax:"*";inherits:false}.skip{color:red}'

    assert (True, True) == tuple(name in first(css) for name in ("@font-face", "@property"))


def test_what_comes_later_says_nothing_again_of_the_paper() -> None:
    css = "@page{margin:25mm}.skip{color:red}.later{color:red}"

    assert (True, False) == tuple("@page" in part for part in split(css, names([PAGE]), ["later"]))


def test_what_only_other_pages_have_stands_in_a_stylesheet_of_its_own() -> None:
    found = in_three(".skip{color:red}table{color:green}.row .found{color:tan}", "found")

    assert (".skip{color:red}", "table{color:green}", ".row .found{color:tan}") == (
        found.first,
        found.others,
        found.later,
    )


def test_those_other_pages_need_it_that_have_what_any_of_its_rules_is_for() -> None:
    assert (True, False) == in_three("table{color:green}").needing
    assert (False, False) == in_three("p{color:green}").needing


def test_what_stands_on_two_pages_only_together_is_on_none() -> None:
    pages = [names(["<p>"]), names(['<b class="one">']), names(['<i class="two">'])]
    found = divided("b .two{color:red}b .one{color:red}", pages[0], pages[1:], [], [])

    assert "b .one{color:red}" == found.others


def test_a_custom_property_stands_where_it_is_used_first() -> None:
    css = ":root{--a:red;--b:tan;--c:navy}p{color:var(--a)}table{color:var(--a);fill:var(--b)}.found{color:var(--c)}"
    found = in_three(css, "found")

    assert ":root{--a:red}p{color:var(--a)}" == found.first
    assert ":root{--b:tan}table{color:var(--a);fill:var(--b)}" == found.others
    assert ":root{--c:navy}.found{color:var(--c)}" == found.later


@pytest.mark.parametrize(("selector", "place"), [("table", "others"), (".found", "later")])
def test_a_later_stylesheet_sets_custom_properties_of_an_earlier_one(selector: str, place: str) -> None:
    found = in_three(f":root{{--a:red}}p{{color:var(--a)}}{selector}{{--a:tan}}", "found")

    assert f"{selector}{{--a:tan}}" == getattr(found, place)


def test_fonts_and_the_like_are_said_once_and_keyframes_where_they_are_used() -> None:
    turn = "@keyframes turn{to{rotate:90deg}}"
    found = in_three(f"@page{{margin:25mm}}{turn}table{{animation:turn 1s}}p{{color:red}}")

    assert (True, False, False) == tuple("@page" in css for css in (found.first, found.others, found.later))
    assert (False, True, False) == tuple(turn in css for css in (found.first, found.others, found.later))


def test_names_are_taken_from_all_pages_whatever_the_case_and_the_quotes_hold() -> None:
    found = names(['<DIV class="a b" data-x="1 > 2"><svg viewBox="0 0 1 1"/></DIV>', "<p hidden>x < y</p>"])

    assert {"div", "svg", "p"} == found.tags
    assert {"class", "data-x", "viewbox", "hidden"} == found.attributes
    assert {"a b", "1 > 2"} <= found.values
    assert {"a", "b"} == found.classes
    assert {"svg", "p"} == found.bare


def test_only_classes_are_taken_word_by_word_and_no_other_value_is_one() -> None:
    found = names(['<p class="one two" title="three four">'])

    assert {"one two", "three four"} == found.values
    assert {"one", "two"} == found.classes


@pytest.mark.parametrize(("selector", "stays"), [("p:not([class])", True), ("a:not([class])", False)])
def test_a_tag_without_a_class_is_on_a_page_that_has_one_such(selector: str, *, stays: bool) -> None:
    assert stays is bool(first(f"{selector}{{color:red}}"))


def test_behind_a_combinator_another_tag_is_meant() -> None:
    css = "a > :not([class]){color:red}"

    assert css.replace(" ", "") == first(css)


def test_names_are_kept_that_a_stylesheet_speaks_of() -> None:
    found = names(['<p class="one two" title="three">', "<b hidden>"]).among(frozenset({"p", "class", "one", "three"}))
    kept = {"p"}, set[str](), {"class"}, {"", "three"}, {"one"}

    assert Names(*map(frozenset, kept)) == found
