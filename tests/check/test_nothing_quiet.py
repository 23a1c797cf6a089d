"""Whatever is taken away from the data, what a page then cannot show is told as a problem."""

import shutil
from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.calls import Calls
from macros.check.problems import all_problems, answer
from macros.reading.problem import ContentError
from tests.builders import SMALL, WHOLE, docs_in

DOCS = [SMALL / "docs", WHOLE / "docs"]
"""The files of which the whole course consists."""
DATA = sorted({path.relative_to(docs).as_posix() for docs in DOCS for path in (docs / "data").iterdir()})
FILES = sorted({file.relative_to(docs).as_posix() for docs in DOCS for file in (docs / "data").glob("*/*")})
"""Every file in a folder of the data: the others are in DATA themselves."""


def not_shown(course: Course) -> list[str]:
    """Return the calls of all pages that show a problem instead of what they are to show."""
    found = []
    for page in course.pages:
        for call in page.calls:
            try:
                answer(Calls(course, page.url, "https://site.test/"), call.name, call.arguments, call.options)
            except ContentError:
                found.append(call.text)
    return found


def test_nothing_is_missing_as_it_is(docs: Path) -> None:
    course = Course.read(docs)

    assert ([], []) == (not_shown(course), all_problems(course))


@pytest.mark.parametrize("path", [*DATA, *FILES, "data", "lessons", "assets"])
def test_what_a_page_cannot_show_is_told(docs: Path, path: str) -> None:
    gone = docs / path
    if gone.is_dir():
        shutil.rmtree(gone)
    else:
        gone.unlink()
    course = Course.read(docs)

    assert [] == not_shown(course) or [] != all_problems(course)


def test_the_file_of_a_diagram_that_a_page_shows_stays_code_whatever_is_in_it(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    file = docs / "data/diagrams/cup.yml"
    hostile = "</code></pre>\n# ```\n# <script>alert(1)</script> {! rules() !} --8<-- [a](javascript:b)\n"
    file.write_text(f"# {hostile}{file.read_text()}")
    shown = Calls(Course.read(docs), "pictures/").scene("cup")

    assert 1 == len(shown.splitlines())
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {! rules() !} --8&lt;-- [a](javascript:b)&#10;" in shown
    assert (1, 1) == (shown.count("<code>"), shown.count("</code>"))
