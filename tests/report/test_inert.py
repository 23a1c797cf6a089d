"""The pages of a preview in a browser: they are read as they are, and nothing in them runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from report.inert import SHOWN, inert
from report.preview import place
from report.received import Refused

from tests.conftest import LESSONS, Quiet, served

SVG = '<svg xmlns="http://www.w3.org/2000/svg">'
STORE = "localStorage.setItem(location.pathname, 'ran')"
META = '<meta http-equiv="Content-Security-Policy" '
HOSTILE = {
    "inline.html": f"<!doctype html><script>{STORE}</script>",
    "handler.html": f'<img src="none.png" onerror="{STORE}"><svg onload="{STORE}"/>',
    "file.html": '<!doctype html><script src="code.txt"></script><script src="code.json"></script>',
    "module.html": '<script type="module" src="code.txt"></script>',
    "frame.html": f'<iframe srcdoc="<script>{STORE}</script>"></iframe><iframe src="javascript:{STORE}"></iframe>',
    "object.html": '<object data="inline.html"></object><embed src="inline.html"><iframe src="inline.html"></iframe>',
    "later-policy.html": f"{META}content=\"script-src * 'unsafe-inline'\"><script>{STORE}</script>",
    "comment.html": f'--></title></style></head><html><head nonce="x"><script nonce="x">{STORE}</script>',
    "refresh.html": f'<meta http-equiv="refresh" content="0;url=javascript:{STORE}">',
    "base.html": f'<base href="javascript:/"><a id="go" href="javascript:{STORE}">go</a>',
    "form.html": f'<form action="javascript:{STORE}"><button id="go">go</button></form>',
    "mark.html": f"\ufeff<!doctype html><script>{STORE}</script>",
    "code.txt": STORE,
    "code.json": STORE,
}


class AsOnPages(Quiet):
    """What GitHub Pages says of a page, whatever the page says of itself."""

    extensions_map = {**Quiet.extensions_map, ".html": "text/html; charset=utf-8"}  # noqa: RUF012


def stored(page: Page, address: str) -> list[str]:
    """Return which hostile pages could write into the storage of their origin."""
    for name in (name for name in HOSTILE if name.endswith(".html")):
        page.goto(f"{address}7/{name}")
        if page.locator("#go").count():
            page.locator("#go").click()
        page.wait_for_load_state("networkidle")
    page.goto(f"{address}6/index.html")
    found: list[str] = page.evaluate("Object.keys(localStorage)")
    return found


def test_a_preview_neither_writes_nor_reads_what_is_stored_for_another(browser: Browser, tmp_path: Path) -> None:
    hostile = {name: text.encode() for name, text in HOSTILE.items()}
    for folder, files in (("safe", inert(hostile)), ("bare", hostile)):
        place(files, tmp_path / folder, "7")
        place({"index.html": b"<!doctype html>"}, tmp_path / folder, "6")
    with browser.new_page() as page, served(tmp_path / "safe", AsOnPages) as address:
        safe = stored(page, address)
    with browser.new_page() as page, served(tmp_path / "bare", AsOnPages) as address:
        bare = stored(page, address)

    assert [] == safe
    ran = {"inline", "handler", "file", "later-policy", "comment", "base", "form", "mark"}
    assert {f"/7/{name}.html" for name in ran} <= {*bare}


@pytest.fixture(scope="module")
def preview(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    folder = tmp_path_factory.mktemp("previews")
    place(inert(files), folder, "7")
    with served(folder, AsOnPages) as address:
        yield f"{address}7/"


@pytest.fixture(scope="module")
def both(browser: Browser, preview: str, address: str) -> Iterator[dict[str, Page]]:
    """Return a page for the preview, and one without scripts for the site, by the addresses of the two."""
    with browser.new_context() as one, browser.new_context(java_script_enabled=False) as other:
        yield {preview: one.new_page(), address: other.new_page()}


@pytest.mark.parametrize("path", ["", LESSONS[1], "comparison/", "pictures/"])
def test_a_preview_looks_as_without_a_script(both: dict[str, Page], path: str) -> None:
    looks = []
    for start, page in both.items():
        page.goto(start + path)
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_load_state("networkidle")
        looks.append(page.screenshot())

    assert looks[0] == looks[1]


def test_every_file_that_the_site_shows_is_in_the_preview_and_no_script(site: Path) -> None:
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    shown = inert(files)

    assert {name for name in files if name.endswith((".html", ".svg", ".png", ".css", ".csv"))} <= {*shown}
    left_out = {name.rpartition(".")[2] for name in {*files} - {*shown}}

    assert {"js", "gz", "py", "xml", "zip", "_headers", "_redirects"} == left_out
    assert [] == [name for name in shown if name.rpartition(".")[2] not in SHOWN]


def test_the_policy_stands_before_the_first_byte_of_a_page() -> None:
    (page,) = inert({"a.html": b"\xff\xfe<"}).values()

    assert page.startswith(b'<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="')
    assert page.endswith(b'">\n\xff\xfe<')


def test_a_drawing_stays_as_it_is() -> None:
    shapes = '<title>x</title><use href="#a"/><use href="cup"/><!-- x -->'
    drawn = f'<?xml version="1.0" encoding="UTF-8"?>{SVG}{shapes}</svg>'.encode()

    assert {"a.svg": drawn} == inert({"a.svg": drawn})


@pytest.mark.parametrize(
    "drawn",
    [
        f"{SVG}<script>x</script></svg>", f"{SVG}<SCRIPT/></svg>", f'{SVG}<script href="#x"/></svg>',
        f'{SVG}<g onclick="x"/></svg>', f'{SVG}<g ONLOAD="x"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', f'{SVG}<a href="javascript:x"/></svg>',
        f'{SVG}<use href="javascript:x"/></svg>', f'{SVG}<use href="data:x"/></svg>',
        f'{SVG}<use xmlns:l="http://www.w3.org/1999/xlink" l:href="b.svg#x"/></svg>', f"{SVG}<foreignObject/></svg>",
        f'{SVG}<animate attributeName="href" to="javascript:x"/></svg>',
        f'{SVG}<set attributeName="onclick" to="x"/></svg>',
        f'{SVG}<script xmlns="http://www.w3.org/1999/xhtml">x</script></svg>', f'{SVG}<image href="x.png"/></svg>',
        f'{SVG}<x:script xmlns:x="http://www.w3.org/2000/svg"/></svg>',
        f'{SVG}<iframe xmlns="http://www.w3.org/1999/xhtml"/></svg>',
        '<html xmlns="http://www.w3.org/1999/xhtml"><script>x</script></html>', "<svg><script>x</script></svg>",
        "<svg/>", f'<?xml-stylesheet type="text/xsl" href="#x"?>{SVG}</svg>', f"<!DOCTYPE svg>{SVG}</svg>",
        f'<!DOCTYPE svg [<!ENTITY x "<script/>">]>{SVG}&x;</svg>', f'<?xml version="1.0" encoding="utf-7"?>{SVG}</svg>',
        f'<?xml version="1.0" encoding="iso-8859-1"?>{SVG}</svg>',
        f'<?xml version="1.0" encoding="no such"?>{SVG}</svg>', f"{SVG}</svg>".encode("utf-16").decode("latin-1"),
        f"{SVG}", "", "\0", f"{SVG}</svg><script/>", f"{SVG}&nbsp;</svg>", f'{SVG}<g a="1" a="2"/></svg>',
        f"{SVG}<x:g/></svg>",
    ],
)  # fmt: skip
def test_a_drawing_that_may_be_more_than_one_is_refused(drawn: str) -> None:
    with pytest.raises(Refused, match="something else than shapes"):
        inert({"index.html": b"", "a.svg": drawn.encode("latin-1")})
