"""The site of the tests' course with what was printed from it: made once for all tests that read it."""

import os
import shutil
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.shared import made_once, of_all_workers


def make(folder: Path, site: Path, project: Path, wing: str = "macros.paper") -> None:
    """Copy a built site into a folder, and print it there as ``make pdf`` does, or let another wing do its work."""
    shutil.copytree(site, folder, dirs_exist_ok=True)
    command = [sys.executable, "-m", wing, str(folder)]
    printed = subprocess.run(command, cwd=project, env={**os.environ}, capture_output=True, text=True, check=False)
    if printed.returncode:
        pytest.fail(f"{wing}: {printed.stderr}")


@pytest.fixture(scope="session")
def printed(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, site: Path, whole: Path, browser: Browser
) -> Path:
    """Return the folder of that site; browser is what it is printed with: without one, that is told as elsewhere."""
    assert browser.is_connected()
    return made_once(of_all_workers(tmp_path_factory, worker_id) / "printed", partial(make, site=site, project=whole))
