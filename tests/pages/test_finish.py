"""What a page holds gets names, sizes and classes after the gate; each mark of Markdown works within each other one."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.article import Article
from macros.pages.finish import finished
from macros.pages.inspection import problems
from macros.pages.markdown import to_html
from macros.pages.page import FrontMatter
from macros.pages.styled import needs_styles
from macros.pages.vocabulary import KINDS
from macros.pages.written import read_page
from macros.reading.settings import extensions
from tests.site.test_validity import messages

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: T\ndescription: D\n---\n"

BLOCKS = {
    "note": '!!! note "Head"\n    Words.',
    "folded": "??? warning\n    Words.",
    "open": "???+ tip\n    Words.",
    "slashes": "/// danger | Head\nWords.\n///",
    "folded slashes": "/// details | Head\n    type: example\nWords.\n///",
    "bullets": "- one\n\n    - two",
    "numbers": "3. three\n4. four",
    "tasks": "- [ ] open\n- [x] done",
    "terms": "Term\n:   Meaning",
    "table": "| a | b |\n|:-:|--:|\n| 1 | 2 |",
    "caption": "| a | b |\n|---|---|\n| 1 | 2 |\n\n/// caption\nWhat it shows.\n///",
    "quote": "> Words.",
    "line": "a\n\n---\n\nb",
    "smaller": "## On\n\n### More\n\n#### Head\n\nH<sub>2</sub>O",
    "code": '```text title="notes.txt" hl_lines="1"\na\n```',
    "image": "![A kettle](kettle.png){ width=300 }",
}
WORDS = {
    "footnote": "A claim[^1]",
    "keys": "Press ++ctrl+c++",
    "strike": "~~old~~",
    "mark": "==new==",
    "abbreviation": "The CPU",
    "button": "[Go on](a.md){ .button }",
    "picture": "![A kettle](kettle.png)",
    "escape": r"`{\!` and {\! a \!} here",
}
BELOW = {"[^1]": "[^1]: The note.", "CPU": "*[CPU]: central processing unit"}
"""What stands below a text that holds something."""

INTO = {
    "bullets": "- one\n\n    {}",
    "numbers": "1. one\n\n    {}",
    "tasks": "- [x] done\n\n    {}",
    "note": "!!! note\n    {}",
    "folded": '??? tip "Head"\n    {}',
    "terms": "Term\n:   Meaning\n\n    {}",
    "footnote": "A[^2]\n\n[^2]: Note\n\n    {}",
}
BETWEEN = {
    "slashes": "/// note | Head\n{}\n///",
    "folded slashes": "/// details | Head\n{}\n///",
    "caption": "| a |\n|---|\n| 1 |\n\n/// caption\n{}\n///",
}
AROUND = {"cell": "| a | b |\n|---|---|\n| {} | c |", "heading": "## About {}", "item": "- {}", "emphasis": "*a {} b*"}

RAW = re.compile(r"!!!|\?\?\?|///|\[\^|\[[ x]\]|\+\+|~~|==|\*\[|\|-|\|:|\\|^: |\]\(|``")
"""Marks of Markdown that nobody should read."""


def indented(text: str, by: str) -> str:
    """Return a text with something before each line but the first, and no space at the end of any."""
    return text.replace("\n", f"\n{by}").replace(f"\n{by}\n", f"\n{by.rstrip()}\n")


def with_meanings(text: str) -> str:
    """Return a text with what it needs below it."""
    return "\n\n".join([text, *(meaning for word, meaning in BELOW.items() if word in text)]) + "\n"


def nested() -> dict[str, str]:
    """Return each construct within each other one that can hold it."""
    every = {**BLOCKS, **WORDS}
    found = {f"{name} in {outer}": into.format(indented(text, "    "))
             for outer, into in INTO.items() for name, text in every.items()}  # fmt: skip
    found |= {f"{name} between {outer}": into.format(text.replace("///", "////") if "///" in text else text)
              for outer, into in BETWEEN.items() for name, text in every.items()
              if not (outer == "caption" and "///" in text)}  # fmt: skip
    found |= {f"{name} in a {outer}": into.format(text)
              for outer, into in AROUND.items() for name, text in WORDS.items()
              if not (outer == "heading" and name == "button")}  # fmt: skip
    return found | {f"{name} in a quote": "> " + indented(text, "> ") for name, text in every.items()}


def page(text: str) -> str:
    """Return a text as it is published; there may be no problem in it."""
    _, written, found = read_page(HEAD + with_meanings(text), "docs/a.md", FrontMatter)
    assert () == (*found, *problems(written))
    html = to_html(written.text.replace("{\\!", "{!").replace("\\!}", "!}"))
    return finished(Article(html).cleaned, "Title", lambda _: (600, 400))


@pytest.mark.parametrize("name", nested())
def test_each_construct_works_within_each_other_one(name: str) -> None:
    read = BeautifulSoup(page(nested()[name]), "html.parser")
    for code in read.select("pre, code"):
        code.decompose()

    assert [] == RAW.findall(read.get_text("\n"))


def test_each_construct_within_each_other_one_is_valid_html(tmp_path: Path) -> None:
    files = []
    for number, (name, text) in enumerate(nested().items()):
        file = tmp_path / f"{number}.html"
        file.write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title>{page(text)}</html>'
        )
        files.append(file)

    assert len(files) > 200
    assert [] == messages(files)


@given(
    text=st.lists(st.sampled_from([*BLOCKS.values(), *WORDS.values(), "\n", "\n\n", "    ", "- "]), max_size=8).map(
        "".join
    )
)
def test_what_is_added_leaves_the_words_and_the_order_of_tags_alone(text: str) -> None:
    clean = Article(to_html(text)).cleaned
    before = BeautifulSoup(clean, "html.parser")
    for sign in before.select(".headerlink"):
        sign.decompose()
    made = BeautifulSoup(finished(clean, "T", lambda _: None), "html.parser")
    for added in made.select(".aside__kind, .tasks__box"):
        added.decompose()

    assert before.get_text().split() == made.get_text().split()


def test_a_heading_is_the_link_to_itself_unless_it_holds_another() -> None:
    assert '<h2 id="on-it"><a href="#on-it">On <em>it</em></a></h2>' in page("## On *it*")
    assert '<h2 id="on-it">On <a href="a.md">it</a></h2>' in page("## On [it](a.md)")


def test_what_says_a_kind_twice_says_it_once() -> None:
    assert '<p class="aside__title">Warning</p>' in page("!!! warning\n    a")
    assert '<p class="aside__title">A warning to all</p>' in page('!!! warning "A warning to all"\n    a')
    assert '<span class="aside__kind">Warning:</span> Mind' in page('!!! warning "Mind"\n    a')
    assert '<summary><span class="aside__kind">Tip:</span> Mind</summary>' in page('??? tip "Mind"\n    a')


def test_a_table_is_named_by_its_caption_or_the_heading_above() -> None:
    table = "| a |\n|---|\n| 1 |"
    html = page(f'{table}\n\n## On "*A*" & B\n\n{table}\n\ntext\n\n{table}\n\n/// caption\nWhat `c` shows.\n///')

    assert ["Title", 'On "A" & B', "What c shows."] == [
        room["aria-label"] for room in BeautifulSoup(html, "html.parser").select("div.wide[role=group][tabindex='0']")
    ]


def test_columns_are_aligned_without_a_style() -> None:
    html = page("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |")

    assert re.findall(r'<td(?: data-align="(\w+)")?>', html) == ["", "left", "center", "right"]
    assert "style" not in html
    assert 4 == html.count('scope="col"')


def test_an_image_has_the_room_that_it_needs_before_it_is_there() -> None:
    assert 'src="a.png" width="600" height="400" loading="lazy"' in page("![A](a.png)")
    assert 'src="a.png" width="300" height="200" loading="lazy"' in page("![A](a.png){ width=300 }")
    assert "height" not in finished('<img alt="A" src="a.png">', "T", lambda _: None)


def test_footnotes_and_tasks_tell_what_they_are() -> None:
    html = BeautifulSoup(page("- [ ] a[^1]\n- [x] b"), "html.parser")

    assert [("img", "To do"), ("img", "Done")] == [
        (box["role"], box["aria-label"]) for box in html.select(".tasks__box")
    ]
    assert "1" == html.select_one("a[role=doc-noteref]").text  # type: ignore[union-attr]
    assert "Back to the text" == html.select_one("a[role=doc-backlink]")["aria-label"]  # type: ignore[index]
    assert [] == html.select("input, hr")


def test_a_list_goes_on_after_a_picture_and_bullets_stay_bullets() -> None:
    html = page("1. a\n2. b\n\n![A](a.png)\n\n3. c\n\n- d\n- e\n\n1. f")

    assert ["ol", 'ol start="3"', "ul", "ol"] == re.findall(
        r"<(ol[^>]*|ul)>", html.partition('<div class="footnotes"')[0]
    )


@pytest.mark.parametrize("text", [*BLOCKS.values(), *WORDS.values()])
def test_only_a_page_with_a_block_needs_its_styles(text: str) -> None:
    plain = "- one\n\n    - two", "3. three\n4. four", WORDS["escape"]

    assert (text not in plain) == needs_styles(finished(Article(to_html(text)).cleaned, "T", lambda _: None)) or (
        text in {WORDS["footnote"], WORDS["abbreviation"]}  # what they stand for stands below
    )


def test_the_kinds_of_notes_are_those_of_the_settings() -> None:
    assert [*KINDS] == extensions((ROOT / "mkdocs.yml").read_text())["pymdownx.blocks.admonition"]["types"]


@pytest.mark.parametrize("given", ['<a class="footnote-backref" href="b.md">', '<div class="admonition footnote">'])
def test_only_what_markdown_makes_has_a_role(given: str) -> None:
    assert "role" not in finished(given, "T", lambda _: None)


def test_a_number_in_the_text_stays_on_one_line_with_its_unit() -> None:
    assert "<p>It took 46\u00a0s.</p>" == finished("<p>It took 46 s.</p>", "T", lambda _: None)
