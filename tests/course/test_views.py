"""Windows with switches: typed again in some states, or in all, they print what readers see."""

import os

import pytest

from macros.assembly.files import read_files
from macros.interactive.states import all_states
from macros.recording.terminal import LackingError
from macros.recording.views import differences, record
from tests.conftest import ROOT, lacking

VIEWS = {name: file.model.views for name, file in read_files(ROOT / "docs").interactives.items() if file.model.views}
MEND = "let 'like' say what may differ, or run: make transcripts"


def told(name: str, states: list[int]) -> list[str]:
    try:
        return [*differences(VIEWS[name], record(VIEWS[name], ROOT, states))]
    except LackingError as error:
        lacking(f"no state was recorded again: {error}")


def again(count: int) -> list[int]:
    """Return the states to record again: all off, all on, and each switch alone; `make fuzz` takes every one."""
    return [*all_states(count)] if os.environ.get("FUZZ") else [0, *(1 << one for one in range(count)), 2**count - 1]


@pytest.mark.fuzz
@pytest.mark.parametrize("name", VIEWS)
def test_in_each_state_readers_see_what_is_recorded_again(name: str) -> None:
    assert [] == told(name, again(len(VIEWS[name].switches))), MEND
