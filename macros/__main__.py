"""``python -m macros``: check all data and lessons without building; exit 1 with every problem."""

import sys
from pathlib import Path

from macros.assembly.course import Course
from macros.check.problems import all_problems
from macros.pages import inspections, markdown
from macros.reading.problem import count


def main() -> int:
    """Print every problem in the course of the current folder and return the exit status."""
    course = Course.read(Path("docs").absolute())
    for problem in course.warnings:
        print(f"warning: {problem}", file=sys.stderr)
    found = all_problems(course)
    markdown.cache().forget_others()
    inspections.cache(inspections.CHECKED).forget_others()
    for problem in found:
        print(problem, file=sys.stderr)
    if found:
        return 1
    numbers = {"lesson": len(course.lessons), "minute": course.minutes, "diagram": len(course.diagrams)}
    print(f"{', '.join(count(number, one) for one, number in numbers.items())}: no problems")
    return 0


if __name__ == "__main__":
    sys.exit(main())
