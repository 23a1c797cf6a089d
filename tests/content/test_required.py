"""What every lesson has, as the course card lists it."""

from pathlib import Path

import pytest

from macros.assembly import complete
from macros.assembly.course import Course
from macros.calls import NAMES
from tests.builders import change, docs_in

# ruff: noqa: E501 - one fault a line, to be read as a table

LESSON = """---
title: {title}
description: D
objectives: [Choose a drink.]
---

{{! lesson_header() !}}

You stand in a kitchen, and two cups are on the table.

## Tea is slow

{{! diagram("cup") !}}

```text
## Where this is wrong
```

## When this breaks

Never.

## Key points

- One.
- Two.

## Check yourself

{{! quiz("{name}") !}}

## What comes next

[Coffee](02-coffee.md)

{{! lesson_end() !}}
"""
REQUIRED = """each-lesson:
  calls: [lesson_header, quiz, lesson_end]
  opening: 11
  diagrams: 1
  exception: {words: [breaks, wrong], such-as: When this is wrong}
  sections:
    - {heading: Key points, points: 2}
    - {heading: Check yourself}
    - {heading: What comes next, link: true}
"""
ORDER = "{! lesson_header !} … {! quiz !} … {! lesson_end !}"
TEA = "docs/lessons/01-drinks.md"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the small course with two lessons, which have all that its card lists."""
    docs = docs_in(tmp_path)
    (docs / "lessons/01-drinks.md").write_text(LESSON.format(title="Drinks", name="01-drinks"))
    (docs / "lessons/02-coffee.md").write_text(LESSON.format(title="Coffee", name="02-coffee"))
    change(docs, "data/course.yml", "level:", f"{REQUIRED}level:")
    return docs


def told(docs: Path) -> list[str]:
    return [str(problem) for problem in complete.problems(Course.read(docs), NAMES)]


def test_a_lesson_with_all_parts_lacks_nothing(small: Path) -> None:
    assert [] == told(small)


def test_what_the_card_does_not_list_no_lesson_needs(small: Path) -> None:
    change(small, "data/course.yml", REQUIRED, "")
    (small / "lessons/01-drinks.md").write_text("---\ntitle: T\ndescription: D\nobjectives: [O]\n---\nText.\n")

    assert [] == told(small)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("{! lesson_header() !}\n", "", f"6:1: does not call 'lesson_header'\n    hint: write {{! lesson_header() !}}; in their order: {ORDER}"),
        ('{! quiz("01-drinks") !}\n', "", f"6:1: does not call 'quiz'\n    hint: write {{! quiz(\"01-drinks\") !}}; in their order: {ORDER}"),
        ("{! lesson_header() !}\n", "{! lesson_end() !}\n", f"6:1: does not call 'lesson_header'\n    hint: write {{! lesson_header() !}}; in their order: {ORDER}"),
        ("{! lesson_header() !}\n\n", '{! quiz("01-drinks") !}\n\n{! lesson_header() !}\n\n', f"7:4: 'quiz' is called before 'lesson_header', or twice\n    hint: call them once, in this order: {ORDER}"),
        ("{! lesson_end() !}\n", "{! lesson_end() !}\n\n{! lesson_end() !}\n", f"38:4: 'lesson_end' is called twice\n    hint: call them once, in this order: {ORDER}"),
        ("You stand in a kitchen, and two", "Two", "11:1: has 6 words above its first heading, not 11\n    hint: open with what a reader knows or wonders, and say what the lesson is about"),
        ("You stand in a kitchen, and two cups are on the table", "Tea", "11:1: has 1 word above its first heading, not 11\n    hint: open with what a reader knows or wonders, and say what the lesson is about"),
        ('{! diagram("cup") !}\n', "", '6:1: shows 0 diagrams, not 1\n    hint: write {! diagram("name") !}'),
        ("## When this breaks", "## When this holds", "6:1: no heading has one of the words 'breaks', 'wrong'\n    hint: say where the lesson's rule ends, in a section such as: ## When this is wrong"),
        ("## Key points", "## Key point", "23:1: has no section 'Key points'\n    hint: write ## Key points"),
        ("## Key points", "## In short", "6:1: has no section 'Key points'\n    hint: write ## Key points"),
        ("## Key points", "### Key points", "6:1: has no section 'Key points'\n    hint: write ## Key points"),
        ("- Two.\n", "- Two.\n- Three.\n", "23:1: 'Key points' has 3 points, not 2\n    hint: make it 2, each beginning with '- '"),
        ("[Coffee](02-coffee.md)", "Coffee.", "32:1: 'What comes next' has no link\n    hint: link to what follows: [Coffee](02-coffee.md)"),
    ],
)  # fmt: skip
def test_what_a_lesson_lacks_is_told_with_what_to_write(small: Path, right: str, wrong: str, expected: str) -> None:
    change(small, "lessons/01-drinks.md", right, wrong)

    assert f"{TEA}:{expected}" in told(small)


@pytest.mark.parametrize("written", ["## Key points {#points}", "## Key points ##", "##  Key points"])
def test_a_heading_counts_however_it_is_written(small: Path, written: str) -> None:
    change(small, "lessons/01-drinks.md", "## Key points", written)

    assert [] == told(small)


def test_the_last_lesson_links_to_all(small: Path) -> None:
    change(small, "lessons/02-coffee.md", "[Coffee](02-coffee.md)", "The end.")

    assert [
        "docs/lessons/02-coffee.md:32:1: 'What comes next' has no link\n    hint: link to what follows: [all lessons](../index.md)"
    ] == told(small)


def test_the_section_with_which_a_lesson_is_read_is_one_that_every_lesson_has(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    each = "each-lesson: {sections: [{heading: Key points}, {heading: Check yourself}], read-at: Key point}\n"
    change(docs, "data/course.yml", "tones:", f"{each}tones:")
    told = "\n".join(map(str, Course.read(docs).problems))

    assert "docs/data/course.yml:6:77: each-lesson.read-at: is no heading of 'sections': 'Key point'" in told
    assert "hint: did you mean 'Key points'?" in told
