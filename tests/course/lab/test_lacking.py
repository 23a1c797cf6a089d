"""What the program says on a machine that lacks something, forbids something, or has a tool that does not work."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.course.lab.conftest import PROGRAM


@pytest.fixture
def lab(measure: Any, tmp_path: Path) -> Any:
    """Return a lab whose folder is there, and that has the files of a container."""
    made = measure.Lab()
    made.folder = tmp_path
    made.rootfs = tmp_path / "root"
    made.environment = {"PATH": os.defpath}
    return made


def tool(folder: Path, name: str, text: str) -> Path:
    """Write a program that stands in for one."""
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)
    return folder / name


@pytest.mark.parametrize(
    ("release", "command"),
    [
        ("ID=debian", "sudo apt-get install busybox-static linux-image-cloud-amd64"),
        ('ID=ubuntu\nID_LIKE="debian"', "sudo apt-get install busybox-static linux-image-virtual"),
        ("ID=linuxmint\nID_LIKE='ubuntu debian'", "sudo apt-get install busybox-static linux-image-virtual"),
        ("ID=fedora", "sudo dnf install busybox kernel-core"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"', "sudo dnf install busybox kernel-core"),
        ("ID=arch", "sudo pacman -S busybox linux"),
        ('ID="opensuse-leap"\nID_LIKE="suse opensuse"', "sudo zypper install busybox-static kernel-default"),
        ("ID=alpine", "sudo apk add busybox-static linux-virt"),
        ("ID=nixos", "install busybox, kernel"),
        ("", "install busybox, kernel"),
    ],
)
def test_what_to_install_depends_on_the_distribution(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release: str, command: str
) -> None:
    (tmp_path / "os-release").write_text(release)
    monkeypatch.setattr(measure, "OS_RELEASE", tmp_path / "os-release")
    monkeypatch.setitem(measure.PACKAGES["kernel"], "debian", "linux-image-cloud-amd64")

    assert command == measure.install(("busybox", "kernel"))


def test_each_tool_has_a_package_of_each_distribution_or_a_place(measure: Any) -> None:
    assert all({*measure.INSTALL} <= names.keys() for names in measure.PACKAGES.values())
    assert "see https://gvisor.dev/docs/user_guide/install/" == measure.install(("runsc",))


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
        ),
        ("kernel/unprivileged_userns_clone", "0", "sysctl -w kernel.unprivileged_userns_clone=1"),
        ("user/max_user_namespaces", "0", "sysctl -w user.max_user_namespaces=10000"),
        ("kernel/unprivileged_userns_clone", "1", ""),
    ],
)
def test_a_setting_that_forbids_namespaces_is_told_with_how_to_change_it(  # noqa: PLR0917
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, value: str, told: str
) -> None:
    (tmp_path / "sys" / path).parent.mkdir(parents=True)
    (tmp_path / "sys" / path).write_text(value)
    monkeypatch.setattr(measure, "PROC", tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    assert told in measure.allow_namespaces()
    assert bool(told) is bool(measure.allow_namespaces())


@pytest.mark.parametrize("kind", ["Namespaces", "Runtime", "Engine", "Gvisor", "Kata", "FullMachine", "MicroMachine"])
def test_a_way_without_its_program_is_missing_and_names_what_to_install(
    measure: Any, lab: Any, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(measure, "which", lambda _: None)

    with pytest.raises(measure.Missing, match=r"there is no |no engine here knows") as missing:
        getattr(measure, kind)(lab).ways()

    assert measure.install(missing.value.tools)


@pytest.mark.parametrize("kind", ["Runtime", "Engine", "Gvisor", "Kata", "FullMachine"])
def test_a_container_with_files_of_its_own_needs_busybox(measure: Any, lab: Any, kind: str) -> None:
    lab.rootfs = None

    with pytest.raises(measure.Missing, match="busybox") as missing:
        getattr(measure, kind)(lab).ways()

    assert "busybox" in missing.value.tools


def test_without_busybox_a_process_is_the_shell_of_the_machine_and_says_so(measure: Any, lab: Any) -> None:
    lab.rootfs = None
    kind = measure.PlainProcess(lab)

    assert ["sh"] == [way.label for way in kind.ways()]
    assert "need busybox-static" in kind.notes[0]


def test_a_kernel_that_root_alone_may_read_is_told_with_how_to_allow_it(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vmlinuz-6.8").touch()
    monkeypatch.setattr(measure, "BOOT", tmp_path)
    monkeypatch.setattr(measure, "MODULES", tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(measure.Missing, match=r"sudo chmod a\+r .*/vmlinuz-6\.8"):
        measure.kernel_image()


def test_a_machine_without_a_kernel_names_its_package(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "BOOT", tmp_path)
    monkeypatch.setattr(measure, "MODULES", tmp_path)

    with pytest.raises(measure.Missing, match="no kernel is installed") as missing:
        measure.kernel_image()

    assert ("kernel",) == missing.value.tools


def test_docker_that_does_not_run_is_told_with_how_to_start_it(measure: Any, lab: Any) -> None:
    reason = (
        measure.Engine(lab).why_not("docker: Cannot connect to the Docker daemon at unix:///var/run/docker.sock").reason
    )

    assert reason.startswith("docker is installed, but its daemon does not answer: `sudo systemctl start docker`")


def test_docker_that_is_another_name_of_podman_is_no_second_engine(
    measure: Any, lab: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker = tool(tmp_path, "docker", "echo podman version 4.3.1")
    monkeypatch.setattr(measure, "which", lambda name: str(docker) if name == "docker" else None)

    assert [] == measure.Engine(lab).docker()


def test_kata_is_found_by_the_runtimes_that_docker_knows(
    measure: Any, lab: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docker = tool(tmp_path, "docker", """echo '{"runc":{},"io.containerd.kata.v2":{}}'""")
    monkeypatch.setattr(measure, "which", lambda name: str(docker) if name == "docker" else None)
    kata = measure.Kata(lab)
    (kata.way,) = kata.ways()

    assert "--runtime=io.containerd.kata.v2" in kata.command("lab-1", "once", "")


@pytest.mark.parametrize(("files", "expected"), [({"cgroup.controllers"}, "v2"), ({"memory"}, "v1"), (set(), "none")])
def test_the_version_of_control_groups_is_told(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: set[str], expected: str
) -> None:
    for name in files:
        (tmp_path / "fs/cgroup" / name).mkdir(parents=True)
    monkeypatch.setattr(measure, "SYS", tmp_path)

    assert expected == measure.cgroups()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("flags\t: fpu hypervisor sse\n", True), ("flags\t: fpu sse\n", False), ("BogoMIPS\t: 50\n", None), (None, None)],
)
def test_whether_the_machine_is_virtual_is_told_where_it_can_be_known(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None, expected: object
) -> None:
    if text is not None:
        (tmp_path / "cpuinfo").write_text(text)
    monkeypatch.setattr(measure, "PROC", tmp_path)

    assert expected is measure.virtualised()


def test_a_machine_that_tells_nothing_of_itself_is_described_all_the_same(
    measure: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PROC", "SYS", "OS_RELEASE"):
        monkeypatch.setattr(measure, name, tmp_path / "nothing")
    machine = measure.describe_machine(tmp_path)

    assert ("Linux", 0, None, "none", "") == tuple(
        machine[key] for key in ("system", "memory_bytes", "virtualised", "cgroups", "filesystem")
    )


def test_more_are_not_started_than_fit_into_half_of_the_free_memory(
    measure: Any, lab: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "memory", lambda _: 1_000_000_000)
    measurement = measure.Measurement(measure.FullMachine(lab))

    assert (True, False) == (measurement.room(1), measurement.room(2))
    assert ["2 at once were not started: there is too little free memory"] == measurement.kind.notes


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_another_system_gets_an_answer_though_python_there_lacks_modules(system: str) -> None:
    lacking = f"import runpy, sys; sys.platform = {system!r}; sys.modules['resource'] = sys.modules['ctypes'] = None"
    command = f"{lacking}; runpy.run_path({str(PROGRAM)!r}, run_name='__main__')"
    ran = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False)

    assert (2, "") == (ran.returncode, ran.stdout)
    assert ran.stderr.startswith("measure.py measures Linux")
