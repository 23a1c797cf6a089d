"""What tests share is as new to each of them, and made by one worker for all."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.shared import cleared, made_once, of_all_workers
from tests.waiting import at_rest, pause

STATE = """() => [localStorage.length, sessionStorage.length, innerWidth, scrollY, document.activeElement.tagName,
    ...["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(forced-colors)"]
        .map((query) => matchMedia(query).matches), document.querySelectorAll(":hover").length, location.hash]"""


@pytest.fixture
def shared(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield context.new_page()


def test_a_page_that_was_used_is_as_new(shared: Page, address: str) -> None:
    shared.goto(address)
    at_rest(shared)
    new = shared.evaluate(STATE)
    with cleared(shared):
        shared.route("**/*", lambda route: route.abort() if "404" in route.request.url else route.continue_())
        shared.goto(f"{address}comparison/#drawing")
        shared.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active")
        shared.set_viewport_size({"width": 320, "height": 256})
        shared.evaluate("localStorage.a = sessionStorage.a = 'kept'")
        shared.mouse.move(9, 9)
        shared.locator("a").first.focus()

        assert new != shared.evaluate(STATE)
    shared.goto(f"{address}404.html")
    expect(shared.locator("h1")).to_be_visible()
    shared.goto(address)
    at_rest(shared)

    assert new == shared.evaluate(STATE)


def test_the_same_address_with_a_fragment_is_loaded_anew(shared: Page, address: str) -> None:
    with cleared(shared):
        shared.goto(f"{address}comparison/")
        shared.evaluate("window.same = true")
    shared.goto(f"{address}comparison/#drawing")

    assert shared.evaluate("window.same === undefined")


def test_of_several_workers_one_makes_a_folder_and_all_find_it_whole(tmp_path: Path) -> None:
    made: list[Path] = []

    def make(folder: Path) -> None:
        made.append(folder)
        pause(0.2)
        (folder / "whole").touch()

    with ThreadPoolExecutor(4) as workers:
        found = [*workers.map(lambda _: made_once(tmp_path / "made", make) / "whole", range(4))]

    assert 4 * [tmp_path / "made/whole"] == found
    assert found[0].is_file()
    assert 1 == len(made)


@pytest.mark.parametrize(("worker", "common"), [("master", "run"), ("gw0", "run/popen-gw0")])
def test_only_workers_have_a_folder_in_common(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, worker: str, common: str
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw1")
    monkeypatch.setattr(tmp_path_factory, "getbasetemp", lambda: tmp_path / common)

    assert tmp_path / "run" == of_all_workers(tmp_path_factory, worker)


def test_what_could_not_be_made_is_made_by_the_next(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        made_once(tmp_path / "made", fail)

    assert not (tmp_path / "made").exists()
    assert (made_once(tmp_path / "made", lambda folder: (folder / "whole").touch()) / "whole").is_file()
