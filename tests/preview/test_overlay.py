"""What the preview lays over a page: one box with the problem as text, and the script that reloads it."""

from macros.html.failure import box
from macros.preview.overlay import SCRIPT_AT, overlaid

PAGE = b"<!doctype html><html><body><header>H</header><article class=a><p>Text</p></article></body></html>"


def test_a_page_without_a_problem_gets_the_script_at_its_end() -> None:
    before, script, after = overlaid(PAGE, "", 7).partition(f'<script src="{SCRIPT_AT}" data-epoch="7"'.encode())

    assert PAGE.removesuffix(b"</body></html>") == before
    assert script
    assert after.endswith(b"></script></body></html>")


def test_every_answer_has_a_number_of_its_own() -> None:
    assert overlaid(PAGE, "", 7) != overlaid(PAGE, "", 7)


def test_a_page_that_is_not_followed_stays_as_it_is() -> None:
    assert PAGE == overlaid(PAGE, "", None)


def test_the_problem_stands_above_the_text_and_is_text() -> None:
    shown = box("<b>").encode()

    assert PAGE.replace(b"<article class=a>", b"<article class=a>" + shown) == overlaid(PAGE, "<b>", None)
    assert b"<html><body>" + shown + b"text</body></html>" == overlaid(b"<html><body>text</body></html>", "<b>", None)


def test_what_is_no_page_becomes_one_of_which_only_the_problem_matters() -> None:
    assert b"<body>404 Not Found</body>" in overlaid(b"404 Not Found", "", None)
    assert b"<body>" + box("so").encode() + b"</body>" in overlaid(b"404 Not Found", "so", None)


def test_a_name_that_is_no_text_can_be_shown() -> None:
    assert b"&#56575;.md" in overlaid(PAGE, "\udcff.md", None)
