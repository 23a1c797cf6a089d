"""What the program makes of what it sees: seconds, memory, and how many would fit."""

import math
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest


def test_all_values_are_kept_beside_the_median_and_the_extremes(measure: Any) -> None:
    expected = {"median": 2.5, "minimum": 1.0, "maximum": 9.0, "values": [3.0, 9.0, 1.0, 2.0]}

    assert expected == measure.summary([3, 9, 1, 2])
    assert measure.summary([]) is None


def test_one_more_takes_what_was_seen_to_grow(measure: Any) -> None:
    seen = [{"count": 1, "bytes": 3_000_000}, {"count": 2, "bytes": 5_000_000}, {"count": 4, "bytes": 9_000_000}]

    assert (2_000_000, 499) == measure.extrapolated(seen)


@pytest.mark.parametrize("grown", [[], [1000], [1000, 1000], [1000, 900]])
def test_nothing_is_said_of_what_did_not_grow(measure: Any, grown: list[int]) -> None:
    seen = [{"count": count, "bytes": size} for count, size in enumerate(grown, start=1)]

    assert (None, None) == measure.extrapolated(seen)


def start(measure: Any, *said: tuple[str, float]) -> Any:
    return measure.Start("a", None, 0.0, None, said_at=list(said))


def test_a_step_lasts_until_the_payload_says_the_next_word(measure: Any) -> None:
    ran = start(
        measure, ("ready", 1.0), ("random", 2.0), ("random", 2.5), ("failed", 3.0), ("random", 4.0), ("done", 4.25)
    )

    assert [0.5, 0.25] == ran.durations("random")
    assert [] == ran.durations("done")


def test_facts_are_what_the_payload_said_after_their_names(measure: Any) -> None:
    ran = start(measure, ("ready", 1.0), ("kernel 6.1.0", 1.0), ("boot", 1.0))

    assert ("6.1.0", "") == (ran.fact("kernel"), ran.fact("boot"))
    assert ran.said("ready")
    assert not ran.said("kernel")


def test_lines_that_come_in_pieces_are_put_together_and_control_characters_do_nothing(measure: Any) -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as output:
        ran = measure.Start("a", SimpleNamespace(stdout=output), 10.0, None)
        for at, piece in ((11.0, b"SeaBIOS\x1b[2J\r\nla"), (12.0, b"b: rea"), (13.0, b"dy\r\n\xff")):
            os.write(writing, piece)
            assert ran.read(at)
        os.close(writing)

        assert not ran.read(14.0)
    assert (["SeaBIOS [2J", "lab: ready"], 3.0) == (ran.lines, ran.first)


def process(folder: Path, number: int, pss: str | None) -> int:
    (folder / str(number)).mkdir()
    if pss is not None:
        (folder / str(number) / "smaps_rollup").write_text(f"Rss:  999 kB\nPss:  {pss} kB\nPss_Anon:  7 kB\n")
    return number


def test_memory_is_the_sum_of_shares_and_not_of_what_each_can_see(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "PROC", tmp_path)
    ids = [
        process(tmp_path, 1, "100"),
        process(tmp_path, 2, "50"),
        process(tmp_path, 3, None),
    ]

    assert 150 * 1024 == measure.proportional_memory(ids)


def test_memory_is_not_known_when_a_process_may_not_be_looked_at(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "PROC", tmp_path)
    (tmp_path / "1/smaps_rollup").mkdir(parents=True)  # cannot be read as a file

    assert measure.proportional_memory([1]) is None


def test_the_processes_that_come_from_one_are_found_however_far(measure: Any) -> None:
    known = [
        measure.Process(number, parent, ended=False, arguments=())
        for number, parent in ((2, 1), (3, 2), (4, 3), (9, 8))
    ]

    assert [2, 3, 4] == [found.id for found in measure.below(1, known)]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("sleep", "900.5"), True),
        (("/bin/busybox", "sleep", "900.5"), True),
        (("qemu", "-append", "with=900.5"), False),
        (("unshare", "sh", "/payload", "idle", "900.5"), False),
    ],
)
def test_the_payload_is_seen_only_as_itself(
    measure: Any, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], *, shown: bool
) -> None:
    monkeypatch.setattr(measure, "processes", lambda: [measure.Process(1, 0, ended=False, arguments=arguments)])

    assert shown is measure.shows("900.5")


class Stream(list[str]):
    """A stream that is no terminal."""

    write = list.append

    def isatty(self) -> bool:
        """Return that it is none."""
        return False

    def flush(self) -> None:
        """Do nothing."""


def test_the_progress_says_what_is_done_how_much_remains_and_about_how_long(measure: Any) -> None:
    stream = Stream()
    progress = measure.Progress(stream)
    progress.plan(3, 200)
    with progress.step("vm, idle", 100):
        progress.told = -math.inf
    with progress.step("vm, work", 70):
        pass

    assert ["vm, idle, 3 to go, about 4 minutes\n", "vm, work, 2 to go, about 1 s\n"] == stream
    assert 1 == progress.total - progress.done
