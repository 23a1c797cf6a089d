"""The manifest for Kubernetes: right by its schemas, at one with itself, and with the image and the site."""

import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest

from macros.publish.__main__ import main
from tests.conftest import ROOT
from tests.course.lab.manifest import FILE, IMAGE, RECIPE, objects, pod, probes, quantity, server
from tests.publish.test_nginx_names import written

VERSIONS = ("1.30", kubernetes_validate.latest_version())
"""The oldest that the manifest speaks of, and the newest of which the schemas are here."""


def checked(item: dict[str, Any], version: str) -> str:
    """Return what the schema of Kubernetes says against an object, keys that it does not know included."""
    try:
        kubernetes_validate.validate(item, version, strict=True)
    except kubernetes_validate.ValidationError as error:
        return str(error.message)
    return ""


@pytest.mark.parametrize("version", VERSIONS)
def test_every_object_is_right_by_its_schema(version: str) -> None:
    assert ["Deployment", "Service", "NetworkPolicy"] == list(objects())
    assert {""} == {checked(item, version) for item in objects().values()}


@pytest.mark.parametrize(
    ("key", "value", "wrong"),
    [
        ("containers", "nginx", "'nginx' is not of type 'array'"),
        ("automountServiceAccounttoken", False, "'automountServiceAccounttoken' was unexpected"),
    ],
)
def test_a_mistake_in_it_would_be_found(key: str, value: object, wrong: str) -> None:
    deployment = deepcopy(objects()["Deployment"])
    deployment["spec"]["template"]["spec"][key] = value

    assert wrong in checked(deployment, VERSIONS[0])


def test_deployment_service_and_policy_mean_the_same_pods() -> None:
    deployment, service, policy = (item["spec"] for item in objects().values())
    (spread,) = pod()["topologySpreadConstraints"]
    meant = [
        deployment["selector"]["matchLabels"],
        service["selector"],
        policy["podSelector"]["matchLabels"],
        spread["labelSelector"]["matchLabels"],
    ]

    assert 4 * [deployment["template"]["metadata"]["labels"]] == meant
    assert 3 * [meant[0]] == [item["metadata"]["labels"] for item in objects().values()]


def test_service_policy_and_probes_ask_at_the_one_port_of_the_server() -> None:
    (port,) = server()["ports"]
    (of_service,) = objects()["Service"]["spec"]["ports"]
    (let_in,) = objects()["NetworkPolicy"]["spec"]["ingress"]
    asked = [of_service["targetPort"], let_in["ports"][0]["port"], *(probe["port"] for probe in probes().values())]

    assert {port["name"]} == {*asked}
    assert 1 == len(let_in["ports"])


def test_the_server_listens_at_that_port_and_writes_where_it_may(tmp_path: Path) -> None:
    written(tmp_path / "site", "/")
    main([str(tmp_path / "site"), "--folder", str(tmp_path / "server")])
    (port,), (mount,) = server()["ports"], server()["volumeMounts"]

    assert f'listen "{port["containerPort"]}";' in (tmp_path / "server/image.conf").read_text()
    assert f"EXPOSE {port['containerPort']}\n" in RECIPE.read_text()
    assert f'CMD ["nginx", "-p", "{mount["mountPath"]}", ' in RECIPE.read_text()
    assert [mount["name"]] == [volume["name"] for volume in pod()["volumes"]]


def test_every_probe_asks_for_a_page_of_the_site(site: Path) -> None:
    paths = {probe["path"] for probe in probes().values()}

    assert {True} == {path.endswith("/") and (site / f"{path}index.html".lstrip("/")).is_file() for path in paths}


def test_a_pod_that_cannot_answer_is_left_alone_before_it_is_started_again() -> None:
    told = {name: server()[name] for name in probes()}
    lasts = {name: probe["periodSeconds"] * probe["failureThreshold"] for name, probe in told.items()}

    assert lasts["readinessProbe"] < lasts["livenessProbe"]
    assert all(probe.get("timeoutSeconds", 1) <= probe["periodSeconds"] for probe in told.values())


def test_no_more_is_set_aside_than_there_may_be_and_the_scratch_fits_into_it() -> None:
    asked, limits = server()["resources"]["requests"], server()["resources"]["limits"]
    (volume,) = pod()["volumes"]

    assert {"cpu", "memory"} == asked.keys() == limits.keys()
    assert all(quantity(asked[name]) <= quantity(limits[name]) for name in limits)
    assert 2 * quantity(volume["emptyDir"]["sizeLimit"]) < quantity(asked["memory"])


def test_it_keeps_the_rules_of_kubernetes_for_restricted_pods() -> None:
    of_pod, its = pod()["securityContext"], server()["securityContext"]

    assert of_pod["runAsNonRoot"]
    assert of_pod["runAsUser"]
    assert {"type": "RuntimeDefault"} == of_pod["seccompProfile"]
    assert {"drop": ["ALL"]} == its["capabilities"]
    assert its["allowPrivilegeEscalation"] is False
    assert {"emptyDir"} == {key for volume in pod()["volumes"] for key in volume} - {"name"}
    assert not {"hostNetwork", "hostPID", "hostIPC"} & pod().keys()
    assert all("hostPort" not in port for port in server()["ports"])


def test_what_gets_in_changes_nothing_speaks_to_nobody_and_has_no_token() -> None:
    policy = objects()["NetworkPolicy"]["spec"]

    assert server()["securityContext"]["readOnlyRootFilesystem"]
    assert pod()["automountServiceAccountToken"] is False
    assert ({"Ingress", "Egress"}, []) == ({*policy["policyTypes"]}, policy["egress"])
    assert [[{"namespaceSelector": {}}]] == [rule["from"] for rule in policy["ingress"]]


def test_the_time_to_end_is_enough_for_what_is_under_way(tmp_path: Path) -> None:
    written(tmp_path / "site", "/")
    main([str(tmp_path / "site"), "--folder", str(tmp_path / "server")])
    (seconds,) = re.findall(r"worker_shutdown_timeout (\d+)s;", (tmp_path / "server/image.conf").read_text())
    before = server()["lifecycle"]["preStop"]["sleep"]["seconds"]

    assert before + int(seconds) < pod()["terminationGracePeriodSeconds"]


def test_the_image_has_a_tag_of_its_own_so_that_a_node_takes_the_one_that_it_has() -> None:
    assert (IMAGE, "IfNotPresent") == (server()["image"], server()["imagePullPolicy"])
    assert not IMAGE.endswith(":latest")


def test_readers_get_the_manifest_as_it_is(site: Path) -> None:
    assert FILE.read_bytes() == (site / "lab/kubernetes.yml").read_bytes()


def test_readers_see_the_recipe_as_it_is() -> None:
    recipe = "".join(line for line in RECIPE.read_text().splitlines(keepends=True) if line.strip() and line[0] != "#")
    pages = [text for page in (ROOT / "docs/lab").glob("*.md") if RECIPE.name in (text := page.read_text())]

    assert not pages or any(recipe in text for text in pages), (
        f"show the lines of {RECIPE.name}, without its comments and empty lines, on a page that names it"
    )
