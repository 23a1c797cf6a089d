"""What the check makes of a text is what the site generator makes of it."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.hooks.gate import seek_no_raw_anchors
from macros.pages.inspection import inspected
from macros.pages.markdown import kept_html, ours, to_html
from macros.pages.written import Written
from macros.reading.settings import extensions

ROOT = Path(__file__).parents[2]
PIECES = [
    *("a", "b c", "\n", "\n\n", "    ", "- ", "1. ", "> ", "# ", "`", "```", "*", "**", "[", "](c.md)", "|", "|-|"),
    *(
        "<b>",
        "<![",
        "<!",
        "<div>",
        "</div>",
        "///",
        "/// note\n",
        "{ .start }",
        "{: #d }",
        "&amp;",
        "<",
        "\\",
        "---",
        "![",
        "]: e",
    ),
]


@pytest.fixture(scope="module")
def config() -> Any:
    return load_config(str(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def building() -> Any:
    """Return the settings as the hook of the gate leaves them."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.markdown_extensions += ours()
    seek_no_raw_anchors()
    return config


def test_the_extensions_are_those_of_the_settings(config: Any) -> None:
    named = extensions((ROOT / "mkdocs.yml").read_text())

    assert [*named] == config.markdown_extensions
    assert {name: options for name, options in named.items() if options} == config.mdx_configs


def test_tags_that_only_mkdocs_knows_do_not_disturb() -> None:
    settings = "a: !ENV [B, c]\nmarkdown_extensions:\n  - attr_list\n  - toc: {permalink: '#'}\n"

    assert {"toc": {"permalink": "#"}, "tables": {}, "fenced_code": {}, "attr_list": {}} == extensions(settings)


@given(text=st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_check_and_build_see_the_same_page(building: Any, text: str) -> None:
    page = Page(None, File("a.md", building.docs_dir, building.site_dir, use_directory_urls=True), building)
    page.markdown, page.meta = text, {}
    page.render(building, Files([page.file]))
    written = Written("docs/a.md", text, 1)

    # The generator turns links to pages into links to their addresses, and nothing else.
    assert to_html(text) == page.content or "c.md" in text
    assert inspected(written, to_html(text))[1] == inspected(written, page.content or "")[1]


def test_a_text_is_made_to_html_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"Some *text*, {time.time_ns()}."
    first = kept_html(text)
    monkeypatch.setattr("macros.pages.markdown.to_html", lambda _: "made again")

    assert first == to_html(text) == kept_html(text)
    assert "made again" == kept_html(f"{text} Another.")
