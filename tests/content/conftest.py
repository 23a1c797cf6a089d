"""The comparison of drinks, for the tests of its model and of its table."""

from pathlib import Path

import pytest

from macros.content.comparison import Comparison
from macros.reading.datafile import read_data
from tests.builders import DRINKS


@pytest.fixture
def drinks(tmp_path: Path) -> Comparison:
    file = tmp_path / "drinks.yml"
    file.write_text(DRINKS)
    return read_data(file, "drinks.yml", Comparison).model
