"""What the heads of the built pages say to machines: each value is compared with what the page shows."""

import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.outputs.vocabulary import misfits
from tests.site.test_site import parsed

_SHOWN = {"name", "text", "teaches", "creditText", "description", "itemListElement", "keywords"}
"""What stands on the page in these words."""

JSON_LD = "head > script[type='application/ld+json']"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {url: page for url, page in parsed(site).items() if url != "404.html"}


def graph(page: BeautifulSoup) -> list[dict[str, Any]]:
    (script,) = page.select(JSON_LD)
    told: dict[str, Any] = json.loads(script.text)

    assert {"@context", "@graph"} == told.keys()
    assert "https://schema.org" == told["@context"]
    return list(told["@graph"])


def said(page: BeautifulSoup, name: str) -> str:
    (tag,) = page.select(f'meta[property="{name}"], meta[name="{name}"]')
    return str(tag["content"])


def text(page: BeautifulSoup, selector: str) -> str:
    return " ".join(part.get_text() for part in page.select(selector))


def plain(words: str) -> str:
    """Return words without marks between them and spaces, of which a page has others."""
    return " ".join(re.findall(r"\w+", words))


def not_shown(page: BeautifulSoup, thing: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each value of a thing that its page does not show, with its name.

    Who made the course stands on other pages, too, and a dataset is described in words of its own.
    """
    shown = plain(page.get_text(" ")) + plain(" ".join(str(tag["content"]) for tag in page.select("meta[content]")))
    links = {str(tag["href"]) for tag in page.select("[href]")}
    for name, value in thing.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from not_shown(page, one)
            elif thing["@type"] in {"Organization", "Dataset", "DataDownload"}:
                continue
            elif name in _SHOWN:
                if plain(str(one)) not in shown:
                    yield name, one
            elif name in {"license", "isBasedOn"} and one not in links:
                yield name, one


def faults(page: BeautifulSoup) -> list[object]:
    """Return what is said of a page that the vocabulary does not have, or the page does not show."""
    told = graph(page)
    return [*(fault for thing in told for fault in (*misfits(thing), *not_shown(page, thing)))]


def test_all_that_is_said_of_a_page_keeps_to_the_vocabulary_and_is_shown(pages: dict[str, BeautifulSoup]) -> None:
    assert {} == {url: found for url, page in pages.items() if (found := faults(page))}
    kinds = {"LearningResource", "BreadcrumbList", "DefinedTermSet", "Dataset", "Quiz", "CollectionPage", "AboutPage"}
    assert {"Course", *kinds} == {thing["@type"] for page in pages.values() for thing in graph(page)}


def test_what_a_page_does_not_show_is_told() -> None:
    page = BeautifulSoup("<h1>Tea</h1>", "html.parser")

    assert [("name", "Coffee")] == [*not_shown(page, {"@type": "Quiz", "name": "Coffee"})]
    assert [] == [*not_shown(page, {"@type": "Quiz", "name": "Tea"})]


def test_a_dataset_is_called_as_its_table_and_made_by_whom_a_page_names(pages: dict[str, BeautifulSoup]) -> None:
    (told,) = [thing for thing in graph(pages["comparison/"]) if thing["@type"] == "Dataset"]
    everywhere = " ".join(page.get_text() for page in pages.values())

    assert told["name"] in pages["comparison/"].get_text()
    assert told["creator"]["name"] in everywhere


def test_the_minutes_are_those_that_the_page_shows(pages: dict[str, BeautifulSoup]) -> None:
    lessons = {url: page for url, page in pages.items() if url.startswith("lessons/")}

    assert lessons
    for page in lessons.values():
        (told,) = [thing for thing in graph(page) if thing["@type"] == "LearningResource"]
        shown = text(page, ".lesson-header__minutes").split()[0]

        assert f"PT{shown}M" == told["timeRequired"]
        assert [item.get_text() for item in page.select(".lesson-header__objectives li")] == told["teaches"]


def test_each_page_has_a_title_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    assert [] == titled_alike(pages)
    assert [] == [url for url, page in pages.items() if not text(page, "head > title")]


def titled_alike(pages: dict[str, BeautifulSoup]) -> list[tuple[str, str]]:
    """Return the pages that have the title of another one, each with that."""
    first: dict[str, str] = {}
    titles = [(first.setdefault(text(page, "head > title"), url), url) for url, page in pages.items()]
    return [(one, other) for one, other in titles if one != other]


def test_each_page_has_a_preview_of_the_size_that_it_says(pages: dict[str, BeautifulSoup], site: Path) -> None:
    for url, page in pages.items():
        root = said(page, "og:url").removesuffix(url)
        content = (site / said(page, "og:image").removeprefix(root)).read_bytes()

        assert b"\x89PNG" == content[:4]
        assert struct.unpack(">II", content[16:24]) == (
            int(said(page, "og:image:width")),
            int(said(page, "og:image:height")),
        )
        assert "summary_large_image" == said(page, "twitter:card")
        assert said(page, "og:description") == said(page, "description")
