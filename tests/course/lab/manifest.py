"""The manifest for Kubernetes as the tests read it, and what of it can be said to Podman."""

import os
from typing import Any

import yaml

from tests.conftest import ROOT

FILE = ROOT / "docs/lab/kubernetes.yml"
RECIPE = ROOT / "Containerfile"
IMAGE = "course:1"

_UNITS = {"": 1.0, "m": 0.001, "Ki": 2.0**10, "Mi": 2.0**20, "Gi": 2.0**30}


def objects() -> dict[str, Any]:
    """Return the objects of the manifest by their kinds: there is one of each."""
    read = list(yaml.safe_load_all(FILE.read_text()))
    found = {item["kind"]: item for item in read}

    assert len(read) == len(found)
    return found


def pod() -> dict[str, Any]:
    """Return what the manifest says of each pod."""
    said: dict[str, Any] = objects()["Deployment"]["spec"]["template"]["spec"]
    return said


def server() -> dict[str, Any]:
    """Return what it says of the one container of each pod."""
    (only,) = pod()["containers"]
    said: dict[str, Any] = only
    return said


def quantity(text: str) -> float:
    """Return how much of something a text such as 500m or 64Mi says."""
    number = text.rstrip("KMGim")
    return float(number) * _UNITS[text.removeprefix(number)]


def arguments() -> list[str]:
    """Return the arguments with which Podman gives a container what the manifest gives it, and no more.

    Whoever is not root cannot measure out memory and processors everywhere, so only root does.
    """
    its, of_pod, limits = server()["securityContext"], pod()["securityContext"], server()["resources"]["limits"]
    given = [
        f"--user={of_pod['runAsUser']}:{of_pod['runAsGroup']}",
        *(f"--cap-drop={name}" for name in its["capabilities"]["drop"]),
        *(["--read-only", "--read-only-tmpfs=false"] if its["readOnlyRootFilesystem"] else []),
        *([] if its["allowPrivilegeEscalation"] else ["--security-opt=no-new-privileges"]),
        *map(_scratch, server()["volumeMounts"]),
    ]
    measured_out = [f"--memory={quantity(limits['memory']):.0f}", f"--cpus={quantity(limits['cpu'])}"]
    return given + ([] if os.geteuid() else measured_out)


def _scratch(mount: dict[str, str]) -> str:
    (volume,) = (item for item in pod()["volumes"] if item["name"] == mount["name"])

    assert "Memory" == volume["emptyDir"]["medium"]
    return f"--tmpfs={mount['mountPath']}:mode=0777,size={quantity(volume['emptyDir']['sizeLimit']):.0f}"


def probes() -> dict[str, dict[str, Any]]:
    """Return what each probe asks for."""
    names = ("startupProbe", "readinessProbe", "livenessProbe")
    return {name: server()[name]["httpGet"] for name in names}
