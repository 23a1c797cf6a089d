"""``python -m macros.outputs.measured [RUN]``: adds a run to ``docs/data/measurements.yml``.

The run is that of the course's program on this machine, or one that stands in a file. It is checked as all data are
before anything is written, and takes the place of an earlier run of the same machine.
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from textwrap import indent
from typing import Any

from macros.assembly.course import Course
from macros.content.runs import Measurements
from macros.content.units import all_dimensions
from macros.reading.datafile import Datafile, Prepare, as_it_is, parsed, read_text
from macros.reading.kinds import DATA
from macros.reading.problem import ContentError, Problem
from macros.reading.yaml import read_yaml

FILE = "docs/data/measurements.yml"
_ITEM = "  - "


def added(text: str, run: str, path: str, prepare: Prepare = as_it_is) -> tuple[str, str]:
    """Return the text of the file with a run in it, and what that run is called; path is where the run stands.

    Raises ContentError with what is wrong with the file, or with the run.
    """
    there = parsed(prepare(read_yaml(text, FILE)), Measurements, text)
    values = read_yaml(run, path).value
    if not isinstance(values, dict):
        raise ContentError([Problem(path, 1, 1, "", "is no run", "take what the program wrote with --yaml, as it is")])
    lines, (start, end) = text.rstrip("\n").split("\n"), _place(there, values.get("machine"))
    lines[start:end] = indent(run.strip("\n"), " " * len(_ITEM)).replace(" " * len(_ITEM), _ITEM, 1).split("\n")
    if not there.model.runs:
        lines[start - 1] = "runs:"
    new = "\n".join(lines) + "\n"
    try:
        found = parsed(prepare(read_yaml(new, FILE)), Measurements, new).model
    except ContentError as error:
        raise ContentError([_in_run(problem, path, start) for problem in error.problems]) from error
    index = next(index for index, one in enumerate(found.runs) if one == values)
    return new, found.labels[index]


def _place(file: Datafile[Measurements], machine: Any) -> tuple[int, int]:
    """Return which lines a run takes: those of the run of the same machine, or else the end of the file."""
    runs, end = file.model.runs, len(file.text.rstrip("\n").split("\n"))
    if [*file.marks.value][-1] not in ("runs", "dimensions"):
        raise ContentError([file.marks.problem(("runs",), "must stand last", "move it to the end of the file")])
    starts = [file.marks.place(("runs", index))[0] - 1 for index in range(len(runs))] + [end]
    same = (index for index, run in enumerate(runs) if run["machine"] == machine)
    return next(((starts[index], starts[index + 1]) for index in same), (end, end))


def _in_run(problem: Problem, path: str, start: int) -> Problem:
    """Return a problem in the run's own file, if it is one of the run."""
    if problem.line <= start:
        return problem
    return replace(problem, path=path, line=problem.line - start, column=max(1, problem.column - len(_ITEM)))


def main(arguments: list[str]) -> str:
    """Measure, or read the file that is named; add the run, and return what to say of it."""
    docs = Path("docs").absolute()
    file, course = Path(FILE), Course.read(docs)
    text = read_text(file, FILE, DATA.most)
    program = read_yaml(text, FILE).value["program"]
    path = arguments[0] if arguments and arguments[0] else f"docs/{program}"
    if path.endswith(".py"):
        run = subprocess.run([sys.executable, path, "--yaml"], stdout=subprocess.PIPE, text=True, check=True).stdout
    else:
        run = read_text(Path(path), path, DATA.most)
    dimensions = all_dimensions(course.card.dimensions if course.card else {})
    new, label = added(text, run, path, lambda marks: marks.given("dimensions", dimensions))
    file.write_text(new, encoding="utf-8")
    return f"{FILE}: has the run '{label}' now"


if __name__ == "__main__":
    try:
        print(main(sys.argv[1:]))
    except ContentError as error:
        sys.exit("\n".join(map(str, error.problems)))
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
