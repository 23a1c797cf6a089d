"""The built site of this course, and a server for it: for the tests of its pages."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT, build, page_of, served
from tests.shared import made_once, of_all_workers


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of this course's site, built as it is published; no test changes it."""
    return made_once(of_all_workers(tmp_path_factory, worker_id) / "course", partial(build, project=ROOT))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address at which that site is served."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="session")
def home() -> str:
    """Return the address that the site has for itself."""
    return str(load_config(str(ROOT / "mkdocs.yml")).site_url)


@pytest.fixture(scope="session")
def page_at_home(browser: Browser, site: Path, home: str) -> Iterator[Page]:
    """Return a page for which that site is where it says that it is."""
    with page_of(browser, site, home) as page:
        yield page


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a copy of the course's ``docs``, which a test may break; beside it, the settings that name its code."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))
