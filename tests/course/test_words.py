"""The list of what only this course speaks of: its words are found, and those of standards are not."""

import pytest

from macros.starter.engine import WORDS
from tests.conftest import ROOT
from tests.project.test_no_course import words

OWN = words((ROOT / WORDS).read_text())


@pytest.mark.parametrize(
    "text",
    ["the container starts", "data/quizzes/02-containers.yml", "containerised", "Virtual machines", "a VM", "microVM",
     "Civo Academy", "a guest kernel", "tone: hypervisor", "docker run", "gVisor", "docs/data/diagrams/two-stacks.yml",
     "a pod", "cgroups", "harbour", "lessons/04-comparison/"],
)  # fmt: skip
def test_a_word_that_comes_back_is_found(text: str) -> None:
    assert OWN.search(text), "tests/course/words.txt: add a pattern that finds it"


@pytest.mark.parametrize(
    "text",
    ["@container (min-width: 9em) {", "container-type: inline-size", "container-title: Tea", "container_title: Text",
     '<div class="md-container" data-md-component="container">', '{"container", "layer", "media"}',
     'containers = ["macros"]', "search engines", "visible", "image", "process"],
)  # fmt: skip
def test_words_of_standards_are_none_of_the_course(text: str) -> None:
    assert not OWN.search(text), "tests/course/words.txt: make the pattern that finds it exact"
