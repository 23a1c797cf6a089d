"""Real runs of the program, with real components: what comes out, and that nothing is left behind."""

import ast
import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import Any

import pytest

from tests.conftest import lacking
from tests.course.lab.conftest import PROGRAM, Run, loaded
from tests.course.lab.stored import accepted, stored, unlike
from tests.waiting import WAIT, until

LONG = 10 * WAIT
"""A run starts virtual machines without the help of the processor, on a machine that may do much else."""
TOOLS = {
    "busybox": "busybox-static",
    "unshare": "util-linux",
    "runc": "runc",
    "podman": "podman",
    "qemu-system-x86_64": "qemu-system-x86",
}
ALL = "process,namespaces,runtime,engine"
"""All but virtual machines, which take long."""


@pytest.fixture
def tools() -> None:
    """Skip loudly where something that the program starts is not installed."""
    module = loaded()
    missing = [package for tool, package in TOOLS.items() if not module.which(tool)]
    missing += [] if module.kernel_images() else ["linux-image-cloud-amd64"]
    if missing:
        lacking(f"the lab was not tried: apt-get install {' '.join(missing)}")


def finished(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return what a run has printed, and what it has told, when it has ended."""
    try:
        return process.communicate(timeout=LONG)
    finally:
        process.kill()
        process.wait(WAIT)


def left_behind(folder: Path, run: int) -> list[str]:
    """Return all that is left of a run: files, mounts, processes, and control groups with its name."""
    found = [str(file) for file in (*folder.iterdir(), *Path("/tmp").glob(f"lab-{run}-*"))]  # noqa: S108
    found += [line for line in Path("/proc/self/mountinfo").read_text().splitlines() if f" {folder}/" in line]
    found += [path for path, _, _ in os.walk("/sys/fs/cgroup") if f"/lab-{run}-" in path]
    return [*found, *processes_in(folder)]


def processes_in(folder: Path) -> Iterator[str]:
    """Yield the arguments of each process that was started with a temporary folder in this one, or names it."""
    for entry in Path("/proc").iterdir():
        try:
            arguments, environment = (entry / "cmdline").read_bytes(), (entry / "environ").read_bytes()
        except OSError:
            continue
        if entry.name.isdigit() and f"{folder}/".encode() in arguments + environment:
            yield arguments.decode(errors="replace")


def is_like_a_stored_one(run: Path) -> bool:
    """Tell whether what was measured is like any of the runs of the course."""
    taken = accepted(run.read_text())
    return [] in [[*unlike(taken, other)] for other in stored()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the temporary folder of the runs."""
    return tmp_path / "temporary"


@pytest.mark.usefixtures("tools")
def test_every_kind_is_measured_and_nothing_is_left(run: Run, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "result"
    forms = [word for form in ("json", "yaml", "html") for word in (f"--{form}", f"{place}.{form}")]
    asked = ("--only", f"{ALL},microvm", "--runs", "2", *forms)
    process = run(*asked)
    printed, told = finished(process)
    result = json.loads(Path(f"{place}.json").read_text())
    found = {one["kind"]: one for one in result["results"]}

    assert (0, [], []) == (process.returncode, result["skipped"], left_behind(folder, process.pid)), told
    assert [*f"{ALL},microvm".split(",")] == [*found]
    for one in found.values():
        assert [1, 2] == [together["count"] for together in one["together"]]
        assert [1, 2] == [measured["count"] for measured in one["memory"]["measured"]]
        assert 2 == len(one["start_seconds"]["values"])
        assert one["start_seconds"]["median"] <= one["exit_seconds"]["median"]
        assert 5 == len(one["call_seconds"]["values"])
        assert 100 < one["memory"]["fit_in_a_gigabyte"] or one["kind"] == "microvm"
    assert [True, True, True, True, False] == [one["same_kernel"] for one in found.values()]
    assert [True, True, True, True, False] == [one["seen_by_host"] for one in found.values()]
    assert [24] * 4 == [len(found[kind]["random_write_seconds"]["values"]) for kind in ALL.split(",")]
    assert found["process"]["start_seconds"]["median"] < found["microvm"]["start_seconds"]["median"] / 10
    assert "A minimal virtual machine" in printed
    assert "<svg" in Path(f"{place}.html").read_text()
    # All of few starts may fall into moments in which the machine does something else: then it is measured again.
    for _ in range(2):
        if not is_like_a_stored_one(Path(f"{place}.yaml")):
            finished(run(*asked))
    assert is_like_a_stored_one(Path(f"{place}.yaml")), "three runs of few starts are like none of the stored ones"


@pytest.fixture
def bare(tmp_path: Path) -> str:
    """Return a folder with the few commands that every machine has, and with nothing to start a container."""
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dd", "sleep", "rm"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    return str(tmp_path / "bin")


def test_a_machine_with_python_alone_measures_a_process_and_says_what_to_install(
    run: Run, folder: Path, bare: str
) -> None:
    process = run("--runs", "1", SET=json.dumps({"SEARCHED": bare}))
    printed, told = finished(process)

    assert (0, []) == (process.returncode, left_behind(folder, process.pid)), told
    assert re.search(r"A plain process \(sh\) +[\d.]+ [mµ]?s", printed)
    assert re.search(r"- An OCI runtime: there is no busybox that needs no libraries → .*busybox", printed)
    assert re.search(r"- A virtual machine with firmware: there is no qemu-system-.* → .*qemu", printed)


HANGS = """#!/bin/sh
case "$*" in *accel=kvm*) exec sleep 999 ;; esac
for argument in "$@"; do
    case $argument in
    *initramfs) folder=${argument%/*} ;;
    *what=*) what=${argument##*what=}; what=${what%% *}; with=${argument##*with=} ;;
    esac
done
[ "$what" = work ] && with=
exec sh "$folder/payload" "$what" "$with"
"""
"""Stands in for QEMU on a machine whose processor seems to help, but does not."""


def test_a_virtual_machine_that_hangs_is_ended_and_emulated(run: Run, folder: Path, bare: str, tmp_path: Path) -> None:
    program = loaded().busybox()
    if not program:
        lacking("no virtual machine can be packed: install busybox-static")
    (Path(bare) / "busybox").symlink_to(program)
    for name in ("qemu-system-x86_64", f"qemu-system-{os.uname().machine}"):
        (Path(bare) / name).write_text(HANGS)
        (Path(bare) / name).chmod(0o755)
    (tmp_path / "vmlinuz-1").touch()
    settings = {"SEARCHED": bare, "BOOT": str(tmp_path), "MODULES": str(tmp_path), "KVM": "/dev/null", "KVM_SECONDS": 2}
    process = run("--only", "microvm", "--runs", "1", "--json", SET=json.dumps(settings))
    printed, told = finished(process)
    (one,) = json.loads(printed)["results"]

    assert (0, []) == (process.returncode, left_behind(folder, process.pid)), told
    assert ("TCG", "tcg") == (one["way"], one["acceleration"])
    assert "KVM does not work here: it was ended because it took more than 2 s (it said nothing)" in one["notes"]


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(
    "reached", ["bundles/*", "podman/overlay-images", "podman/overlay-containers/*/*", "initramfs"]
)
def test_a_run_that_is_stopped_leaves_nothing(run: Run, folder: Path, number: signal.Signals, reached: str) -> None:
    process = run("--only", "microvm" if reached == "initramfs" else ALL, "--runs", "1")
    until(lambda: [*folder.glob(f"lab-*/{reached}")] or process.poll() is not None)
    process.send_signal(number)
    process.send_signal(number)
    _, told = finished(process)

    assert (128 + number, []) == (process.returncode, left_behind(folder, process.pid)), told
    assert "Traceback" not in told
    assert told.endswith("measure.py: stopped; what was started is ended\n")


@pytest.mark.usefixtures("tools")
def test_two_runs_side_by_side_do_not_disturb_each_other(run: Run, folder: Path) -> None:
    both = [run("--only", ALL, "--runs", "2", "--json") for _ in range(2)]
    printed = [finished(process) for process in both]

    for process, (result, told) in zip(both, printed, strict=True):
        assert (0, []) == (process.returncode, left_behind(folder, process.pid)), told
        assert ALL == ",".join(one["kind"] for one in json.loads(result)["results"])


def test_a_list_says_what_the_machine_can_start(run: Run, folder: Path, bare: str) -> None:
    process = run("--list", SET=json.dumps({"SEARCHED": bare}))
    printed, _ = finished(process)

    assert (0, []) == (process.returncode, left_behind(folder, process.pid))
    assert [kind.name for kind in loaded().KINDS] == [line.split()[0] for line in printed.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--only", "proces"), "there is no 'proces'; there are process, namespaces,"),
        (("--only", ","), "write one or several of process, namespaces,"),
        (("--runs", "0"), "write a number from 1 to 1000"),
        (("--runs", "1e9"), "write a number from 1 to 1000"),
        (("--json", "/nothing/here.json"), "measure.py: /nothing/here.json: nothing can be written there"),
        (("more",), "unrecognized arguments: more"),
    ],
)
def test_a_wrong_argument_is_told_before_anything_starts(
    run: Run, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    process = run(*arguments)
    _, errors = finished(process)

    assert (2, []) == (process.returncode, left_behind(folder, process.pid))
    assert told in errors
    assert "Traceback" not in errors


def test_a_full_disk_is_told_in_one_line(tmp_path: Path, measure: Any) -> None:
    folder = tmp_path
    program = measure.which("unshare")
    small = f"mount -t tmpfs -o size=16k none {folder} && exec python3 -B {quote(str(PROGRAM))} --only process --runs 1"
    command = [program or "", "--user", "--map-root-user", "--mount", "sh", "-c", small]
    environment = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=WAIT)

    assert (1, "") == (done.returncode, done.stdout)
    assert re.fullmatch(r"measure\.py: .*: No space left on device; set TMPDIR to a folder with space\n", done.stderr)


def test_the_oldest_python_reads_it() -> None:
    assert ast.parse(PROGRAM.read_text(), feature_version=(3, 9))
    with pytest.raises(SyntaxError):
        ast.parse("match 1:\n    case 1: pass", feature_version=(3, 9))
