"""The transcripts of this course: recorded again, they show what the pages show."""

import pytest

from macros.assembly.files import read_files
from macros.reading.problem import ContentError
from macros.recording.terminal import LackingError
from macros.recording.transcripts import asked, differences, record
from tests.conftest import ROOT, lacking

TRANSCRIPTS = read_files(ROOT / "docs").transcripts
MEND = "let 'like' say what may differ, or run: make transcripts"


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_what_is_recorded_again_is_what_readers_see(name: str) -> None:
    found = TRANSCRIPTS[name]
    try:
        told = [*differences(found.model, record(asked(ROOT / found.marks.path, found.marks.path), ROOT))]
    except LackingError as error:
        lacking(f"no transcript was recorded again: {error}")
    except ContentError as error:
        told = [str(error)]

    assert [] == told, f"docs/data/transcripts/{name}.yml: {MEND}"
