"""The commands in README.md and its like are held to the rule for pages."""

from pathlib import Path

from macros.assembly.course import Course
from macros.check.problems import all_problems
from tests.builders import docs_in


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in all_problems(Course.read(docs))]


def test_a_guide_whose_commands_have_no_mark_is_told_with_its_place(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "CONTRIBUTING.md").write_text("# Help\n\n```sh\n$ ls\n```\n")
    (tmp_path / "README.md").write_text('# Tea\n\n```console\n$ ls\n```\n\n```console run="a"\n$ ls\n```\n')

    assert [
        (
            "CONTRIBUTING.md:3:4: commands behind prompts stand in a block of 'sh'\n"
            '    hint: write ```console, and write run="name" behind the language, or skip="The reason."'
        ),
        (
            "README.md:3:4: nothing says whether the tests run these commands\n"
            '    hint: write run="name" behind the language, or skip="The reason."'
        ),
    ] == told(docs)


def test_a_guide_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (tmp_path / "README.md").write_bytes(b"# T\xff")

    assert ["README.md:1:4: the byte 0xFF is not UTF-8\n    hint: save the file as UTF-8"] == told(docs)


def test_a_course_without_guides_has_none(tmp_path: Path) -> None:
    assert [] == told(docs_in(tmp_path))
