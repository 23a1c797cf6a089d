"""What builds of the tests' projects make alike, made once in a run: bytecode, drawings, templates, stylesheets.

A project that begins with them is built in less than half of the processor time. Each entry of the cache is named by
all that it is made from, so what a test changes in its project is made there as ever; ``reading/test_cache.py`` holds
the cache to that.
"""

import compileall
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import mkdtemp

from tests.waiting import until

_RUN = "COURSE_TESTS_ALIKE"
"""Names the folder of this run in the environment, which the workers of the run have, too."""

_BYTECODE = shutil.ignore_patterns("__pycache__")


def begin() -> bool:
    """Make the folder of this run, unless it is a part of one that has begun; return whether it was made."""
    if _RUN in os.environ:
        return False
    os.environ[_RUN] = mkdtemp()
    return True


def end() -> None:
    """Remove the folder of this run."""
    shutil.rmtree(os.environ.pop(_RUN))


def copy(macros: Path, project: Path, settled: Iterable[Callable[[Path], object]], *, anew: bool) -> None:
    """Copy the engine into a project, and with it what builds make alike; nothing of that if all is to be made anew.

    The first that asks in a run makes it: it lets projects be settled, and builds them.
    """
    if anew or _RUN not in os.environ or not (alike := _made(Path(os.environ[_RUN]), macros, settled)):
        shutil.copytree(macros, project / "macros", ignore=_BYTECODE)
        return
    for name in ("macros", ".cache"):
        shutil.copytree(alike / name, project / name)


def _made(run: Path, macros: Path, settled: Iterable[Callable[[Path], object]]) -> Path | None:
    """Return the folder of what builds make alike, as soon as the worker that came first has filled it."""
    alike, done = run / "alike", run / "done"
    try:
        (alike / ".cache").mkdir(parents=True)
    except FileExistsError:
        return alike if until(done.exists) else None
    shutil.copytree(macros, alike / "macros", ignore=_BYTECODE)
    compileall.compile_dir(alike / "macros", quiet=2)
    for number, settle in enumerate(settled):
        project = run / str(number)
        shutil.copytree(alike / "macros", project / "macros")
        settle(project)
        _build(project)
        shutil.copytree(project / ".cache", alike / ".cache", dirs_exist_ok=True)
    done.touch()
    return alike


def _build(project: Path) -> None:
    """Build a project; whatever goes wrong in it, a test tells."""
    (project / ".cache").mkdir()
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build"], cwd=project, env=quiet, capture_output=True, check=False)
