"""The guide of a new project: the engine's own text, with examples of the new course."""

import pytest

from macros.starter.filling import filled
from macros.starter.guide import guide
from macros.starter.plan import planned
from tests.conftest import ROOT

GUIDE = "# G\n\n## One\n\n```yaml\na\n```\n\nmore\n\n```yaml\nb\n```\n\n## Two\n\n```md\nc\n```\n"


def test_the_first_block_below_a_heading_is_exchanged() -> None:
    made = guide(GUIDE, "Words.\n\n## One\n\n```yaml\nnew\n```\n")

    assert GUIDE.replace("\na\n", "\nnew\n") == made


def test_an_example_without_its_place_is_told() -> None:
    with pytest.raises(ValueError, match="no example below Three"):
        guide(GUIDE, "## Three\n\n```yaml\nnew\n```\n")


def test_an_example_that_does_not_end_is_told() -> None:
    with pytest.raises(ValueError, match="no block that ends below One"):
        guide(GUIDE, "## One\n\n```yaml\nnew```\n")


def test_every_line_but_those_of_examples_is_that_of_this_guide() -> None:
    here = (ROOT / "CONTRIBUTING.md").read_text()
    examples = filled("examples.md", planned("T", "Tea, Coffee"))
    made = guide(here, examples)

    assert [] == [*{*made.splitlines()}.difference(here.splitlines(), examples.splitlines())]
