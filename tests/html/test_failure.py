"""Code that fails, as a page and the log show it."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateSyntaxError, UndefinedError

from macros.html.failure import box, place

ROOT = Path(__file__).parents[2]


def test_a_syntax_error_has_its_own_place() -> None:
    with pytest.raises(SyntaxError) as caught:
        compile("a = 1\nb = (", str(ROOT / "macros/a.py"), "exec")

    assert place(ROOT, caught.value).startswith("macros/a.py:2:5: SyntaxError: '(' was never closed")


def test_a_template_error_has_its_own_place() -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        Environment(autoescape=True).parse("\n{% fro %}", filename=str(ROOT / "macros/templates/a.j2"))

    assert place(ROOT, caught.value).startswith("macros/templates/a.j2:2:1: TemplateSyntaxError: ")


def test_any_other_error_has_the_last_line_of_the_project_that_ran() -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        _ = 1 / 0

    assert place(ROOT / "nowhere", caught.value).startswith("test_failure.py:")
    assert place(ROOT, caught.value).endswith(": ZeroDivisionError: division by zero")


def follow() -> None:
    try:
        compile("(", str(ROOT / "macros/a.py"), "exec")
    except SyntaxError as error:
        raise ImportError("no macros") from error


def test_an_error_that_only_follows_upon_another_has_the_place_of_that_one() -> None:
    with pytest.raises(ImportError) as caught:
        follow()

    assert place(ROOT, caught.value).startswith("macros/a.py:1:1: SyntaxError: '(' was never closed")


def test_an_error_of_a_template_has_the_line_that_ran(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/a.html").write_text("\n{{ nothing.at.all }}")
    template = Environment(autoescape=True, loader=FileSystemLoader(tmp_path / "overrides")).get_template("a.html")
    with pytest.raises(UndefinedError) as caught:
        template.render()

    assert "overrides/a.html:2:1: UndefinedError: 'nothing' is undefined" == place(tmp_path, caught.value)


def test_a_file_that_is_not_there_is_the_place_and_is_not_named_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "a.css").read_text()

    assert "a.css:1:1: FileNotFoundError: No such file or directory" == place(tmp_path, caught.value)


def test_the_box_holds_the_message_as_text() -> None:
    assert '<div class="problem" role="alert"><p>&lt;b&gt;</p></div>' == box("<b>")


def test_an_error_that_quotes_what_it_read_is_one_line() -> None:
    with pytest.raises(ValueError, match="one") as caught:
        raise ValueError("one\n::error::two\x1b[0m")

    assert place(ROOT, caught.value).endswith(r": ValueError: one\n::error::two\x1b[0m")
