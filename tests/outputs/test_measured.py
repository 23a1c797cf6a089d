"""Adding a run to the measurements: checked before anything is written, in the place of one of the same machine."""

from pathlib import Path

import pytest

from macros.assembly.course import Course
from macros.outputs.measured import FILE, added, main
from macros.reading.problem import ContentError
from tests.builders import change, whole_project_in

RUN = """schema: 3
date: "2026-06-07T08:09:10Z"
runs: 2
machine:
  kettle: "Copper"
  litres: 3
  limescale: false
results:
  - kind: "tea"
    title: "Tea"
    way: "leaves"
    heat: null
    draw_seconds:
      median: 200.0
      minimum: 190.0
      maximum: 210.0
      values: [190.0, 210.0]
    together: []
    cup:
      bytes: 1200
      in_a_litre: 5
      measured: []
    notes: []
skipped: []
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project in which a command is given."""
    folder = whole_project_in(tmp_path)
    monkeypatch.chdir(folder)
    return folder


def labels(project: Path) -> list[str]:
    measured = Course.read(project / "docs").measurements
    assert measured
    return [label.partition(",")[0] for label in measured.labels]


def test_a_run_in_a_file_is_added_at_the_end(project: Path) -> None:
    (project / "mine.yml").write_text(RUN)
    before = (project / FILE).read_text()

    assert f"{FILE}: has the run 'Copper, 2026-06-07' now" == main(["mine.yml"])
    assert (project / FILE).read_text().startswith(before)
    assert "Copper" == labels(project)[-1]


def test_a_run_of_the_same_machine_takes_the_place_of_the_earlier_one(project: Path) -> None:
    (project / "mine.yml").write_text(RUN)
    main(["mine.yml"])
    (project / "mine.yml").write_text(RUN.replace("2026-06-07", "2026-06-08"))

    assert f"{FILE}: has the run 'Copper, 2026-06-08' now" == main(["mine.yml"])
    assert 3 == len(labels(project))
    assert "2026-06-07" not in (project / FILE).read_text()


def test_the_place_in_the_midst_of_the_file_is_kept(project: Path) -> None:
    first = (project / FILE).read_text().partition("\nruns:\n")[2].partition('  - schema: 3\n    date: "2026-05')[0]
    run = "\n".join(line[4:] for line in first.splitlines()).replace("T05:", "T06:")
    (project / "mine.yml").write_text(f"schema: 3\n{run}\n".replace("schema: 3\nschema: 3", "schema: 3"))
    before = (project / FILE).read_text()
    main(["mine.yml"])

    assert before.replace("T05:06:07Z", "T06:06:07Z") == (project / FILE).read_text()


def test_without_a_file_the_program_of_the_course_is_run(project: Path) -> None:
    (project / "docs/lab/greet.py").write_text(f'import sys\nassert sys.argv[1:] == ["--yaml"]\nprint({RUN!r})\n')
    main([""])

    assert "Copper" == labels(project)[-1]


def test_a_list_without_a_run_gets_its_first(project: Path) -> None:
    text = (project / FILE).read_text().partition("\nruns:\n")[0] + "\nruns: []\n"

    assert "Copper, 2026-06-07" == added(text, RUN, "mine.yml")[1]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("median: 200.0", "median: 20.0", "mine.yml:14:7: .*median: 20 is not that of the values, 200"),
        ("litres: 3", "litres: three", "mine.yml:6:3: .*litres: must be a number"),
        ("schema: 3", "schema: 4", "mine.yml:1:1: .*schema: 4 is of a newer version"),
        ("skipped: []", "skipped: []\nruns: 5", "mine.yml:25:1: the key 'runs' stands twice"),
        ("skipped: []", "skipped: [", "mine.yml:"),
        (RUN, "- a list", "mine.yml:1:1: is no run"),
        (RUN, "", "mine.yml:1:1: is no run"),
    ],
)
def test_a_run_that_is_wrong_is_told_in_its_own_file_and_nothing_is_written(
    project: Path, right: str, wrong: str, told: str
) -> None:
    (project / "mine.yml").write_text(RUN)
    change(project, "mine.yml", right, wrong)
    before = (project / FILE).read_text()

    with pytest.raises(ContentError, match=told):
        main(["mine.yml"])
    assert before == (project / FILE).read_text()


def test_a_run_cannot_leave_its_place(project: Path) -> None:
    (project / "mine.yml").write_text(f"{RUN}...\n---\nprogram: lab/other.py\n")

    with pytest.raises(ContentError, match=r"mine.yml:\d+:1: a second document begins here"):
        main(["mine.yml"])


def test_a_program_that_fails_adds_nothing(project: Path) -> None:
    (project / "docs/lab/greet.py").write_text("import sys\nsys.exit(3)\n")
    before = (project / FILE).read_text()

    with pytest.raises(Exception, match="status 3"):
        main([])
    assert before == (project / FILE).read_text()
