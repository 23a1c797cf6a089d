"""What tests share: a page, which each finds as if it were new, and a folder that one worker makes for all."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

_FORGET = "() => { try { localStorage.clear(); sessionStorage.clear() } catch { /* a page that has no storage */ } }"


@contextmanager
def cleared(page: Page) -> Iterator[Page]:
    """Give a page to a test, and take away afterwards all that the next one must not find.

    To open a page costs a browser several times what it costs to load one of the course. Left are its cache, its
    history, and what it was told to run before each page: a test that does so, or asks for a right, has its own page.
    """
    size = page.viewport_size
    yield page
    assert not page.context.service_workers, "one answers all that comes after this test, whatever tests ask for"
    page.unroute_all(behavior="ignoreErrors")
    page.evaluate(_FORGET)
    # Whoever stays over a page has moved on it as soon as it is there.
    page.mouse.move(-1, -1)
    # The same address with another fragment would not be loaded anew.
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
    if size:
        page.set_viewport_size(size)


def of_all_workers(factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the temporary folder that all workers of a run have in common; without workers, that of the run.

    The environment names a worker, too, but also to a run that a test of a worker starts.
    """
    folder = factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first worker to want it makes, and the others find; none of them changes it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            unfinished.mkdir(exist_ok=True)
            make(unfinished)
            unfinished.rename(folder)
    return folder
