"""The site of the tests' course with its book: made once for all tests that read it."""

from functools import partial
from pathlib import Path

import pytest

from tests.paper.conftest import make
from tests.shared import made_once, of_all_workers


@pytest.fixture(scope="session")
def bound(tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Path, whole: Path) -> Path:
    """Return the folder of that site."""
    folder = of_all_workers(tmp_path_factory, worker_id) / "bound"
    return made_once(folder, partial(make, site=site, project=whole, wing="macros.book"))
