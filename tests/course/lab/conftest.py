"""The program of the lab: its functions as a module, and real runs of it in a process of their own."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT

PROGRAM = ROOT / "docs/lab/measure.py"
FEWER = """
import json, os, pathlib, sys
import measure
measure.TOGETHER = measure.IDLE = (1, 2)
for name, value in json.loads(os.environ.get("SET", "{}")).items():
    setattr(measure, name, type(getattr(measure, name))(value))
sys.exit(measure.main(sys.argv[1:]))
"""
"""Runs the program, lets it start no more than two at once, and sets what a test says."""
SETTINGS = (Path(__file__).parent / "containers.conf").read_text()
"""With these, podman starts where it is not allowed to set up a network or to raise limits."""
Run = Callable[..., "subprocess.Popen[str]"]


def loaded() -> ModuleType:
    """Return the program as a module."""
    spec = importlib.util.spec_from_file_location("measure", PROGRAM)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure"] = module  # its dataclasses look for it there
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def measure() -> Any:
    """Return the program as a module of which a test may change a part."""
    return loaded()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return what starts the program in a process of its own, with a temporary folder of the test."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    (tmp_path / "containers.conf").write_text(SETTINGS)

    def start(*arguments: str, **environment: str) -> "subprocess.Popen[str]":
        own = {
            "TMPDIR": str(folder),
            "CONTAINERS_CONF": str(tmp_path / "containers.conf"),
            "PYTHONPATH": PROGRAM.parent,
        }
        return subprocess.Popen(
            [sys.executable, "-B", "-c", FEWER, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **{key: str(value) for key, value in own.items()}, **environment},
        )

    return start
