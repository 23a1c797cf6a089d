"""The runs that the course shows: made by the program as it is, and compared with care."""

from typing import Any

import pytest

from macros.assembly.course import Course
from macros.reading.problem import ContentError
from tests.conftest import ROOT
from tests.course.lab.conftest import loaded
from tests.course.lab.results import one, result
from tests.course.lab.stored import accepted, stored, unlike


def test_the_form_is_that_of_the_program() -> None:
    measure, measured = loaded(), Course.read(ROOT / "docs").measurements
    assert measured

    assert measure.SCHEMA == measured.version
    assert [kind.name for kind in measure.KINDS] == [way.id for way in measured.ways]
    assert [kind.title for kind in measure.KINDS] == [way.name for way in measured.ways]


def test_what_the_program_writes_is_taken() -> None:
    written = loaded().as_yaml(result(one("process", 0.01), one("vm", 2.0)))

    assert ["process", "vm"] == [found["kind"] for found in accepted(written)["results"]]


def test_every_field_that_the_program_writes_is_one_of_the_form() -> None:
    written = loaded().as_yaml(result(one("process", 0.01, new_field=1)))

    with pytest.raises(ContentError, match=r"run.yml:\d+:5: .*new_field: unknown field"):
        accepted(written)


def test_a_stored_run_has_ten_starts_and_says_how_virtual_machines_ran() -> None:
    for run in stored():
        assert run["runs"] >= 10
        for found in run["results"]:
            assert (found["kind"] in {"microvm", "vm"}) == (found["acceleration"] is not None)


def ratios(**others: Any) -> list[str]:
    run = result(one("process", 0.01), one("vm", 2.0))
    return [*unlike(result(one("process", 0.01), one("vm", 2.0, **others)), run)]


def test_a_ratio_of_another_order_of_magnitude_is_told() -> None:
    assert ["disk_bytes of vm with busybox: 20 times that of a process, not 1"] == ratios(disk_bytes=20 * 1_983_554)
    assert [] == ratios(disk_bytes=5 * 1_983_554)


def test_what_ran_in_another_way_is_not_compared() -> None:
    assert [] == ratios(way="KVM", disk_bytes=20 * 1_983_554)


def test_what_is_not_known_is_not_compared() -> None:
    assert [] == ratios(disk_bytes=None)
