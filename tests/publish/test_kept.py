"""The worker names what a browser keeps: all that is read, by its hash, and nothing that is only downloaded."""

import hashlib
import json
import re
import struct
from pathlib import Path

import pytest

from macros.publish.kept import RETIRED, worker
from macros.publish.manifest import MANIFEST
from tests.conftest import PAGES


def files(code: str) -> dict[str, str]:
    found = re.search(r"^const FILES = (.*);$", code, re.MULTILINE)
    return dict(json.loads(found[1])) if found else {}


def version(code: str) -> str:
    return code.partition('"')[2].partition('"')[0]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for path, text in {
        "index.html": '<img src="shown.png"><a href="loaded.zip">all</a>',
        "a/index.html": '<picture><source src="../images/b.webp"></picture><p>constructor</p>',
        "assets/a.js": "1",
        "shown.png": "a picture",
        "images/b.webp": "another one",
        "hidden.png": "one that no page shows",
        "loaded.zip": "a download",
        "pages.txt": "",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def test_pages_and_what_they_load_and_show_are_kept_and_downloads_are_not(small: Path) -> None:
    expected = {"", "a/", "assets/a.js", "shown.png", "images/b.webp", "pages.txt"}

    assert expected == files(worker(small)).keys()


def test_the_worker_is_another_one_as_soon_as_anything_that_it_keeps_is(small: Path) -> None:
    before = worker(small)
    (small / "loaded.zip").write_text("another download")

    assert before == worker(small)
    (small / "shown.png").write_text("another picture")
    assert version(before) != version(worker(small))


def test_the_site_has_a_worker_that_knows_every_page_as_it_is(site: Path) -> None:
    code = (site / "sw.js").read_text()
    kept = files(code)

    assert set(PAGES) | {"404.html", "pages.txt"} <= kept.keys()
    assert code == worker(site)
    assert ["images/shelf.png"] == [path for path in kept if path.endswith((".png", ".zip", ".csv", ".yml", ".pdf"))]
    for path, known in kept.items():
        file = site / path / "index.html" if path.endswith("/") or not path else site / path
        assert known == hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def test_a_preview_ends_the_worker_of_a_site_that_was_looked_at_before() -> None:
    assert "registration.unregister()" in RETIRED
    assert 'addEventListener("fetch"' not in RETIRED


def test_the_manifest_names_icons_of_their_sizes_and_addresses_below_it(site: Path) -> None:
    manifest = json.loads((site / MANIFEST).read_text())

    assert ("./", "./", "Tea and coffee") == (manifest["start_url"], manifest["scope"], manifest["name"])
    assert {"any", "192x192", "512x512"} == {icon["sizes"] for icon in manifest["icons"]}
    for icon in manifest["icons"]:
        content = (site / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            assert icon["sizes"] == "x".join(map(str, struct.unpack(">II", content[16:24])))
        else:
            assert b"prefers-color-scheme:dark" in content


def test_servers_keep_neither_the_worker_nor_the_manifest(site: Path) -> None:
    headers = (site / "_headers").read_text()

    assert "/sw.js\n  Cache-Control: no-cache\n" in headers
    assert f"/{MANIFEST}\n  Cache-Control: no-cache\n" in headers
