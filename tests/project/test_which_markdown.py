"""Each example in the section *Which Markdown works* of CONTRIBUTING.md passes the check and comes out as said."""

import re

import pytest
from bs4 import BeautifulSoup

from macros.pages.article import Article
from macros.pages.call import unescaped
from macros.pages.finish import finished
from macros.pages.inspection import problems
from macros.pages.markdown import to_html
from macros.pages.page import FrontMatter
from macros.pages.written import read_page
from tests.conftest import ROOT
from tests.pages.test_finish import HEAD, RAW

EXAMPLES = re.findall(r"^(`{3,})md\n(.*?)^\1$", (ROOT / "CONTRIBUTING.md").read_text(), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("example", [text for _, text in EXAMPLES])
def test_each_example_works(example: str) -> None:
    _, written, found = read_page(HEAD + example, "docs/a.md", FrontMatter)
    made = finished(Article(to_html(unescaped(written.text))).cleaned, "T", lambda _: None)
    read = BeautifulSoup(made, "html.parser")
    for code in read.select("pre, code"):
        code.decompose()

    assert () == (*found, *problems(written))
    assert [] == RAW.findall(read.get_text("\n"))


def test_every_construct_has_an_example() -> None:
    assert 17 <= len(EXAMPLES)
