"""The image of this course: built of its Containerfile, run as the manifest says, and asked from inside."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from macros.publish.__main__ import main
from macros.publish.policy import policy_of
from tests.conftest import lacking
from tests.course.lab.engine import Engine, engine, lacks
from tests.course.lab.manifest import IMAGE, RECIPE, arguments, pod, probes, quantity, server
from tests.publish.test_nginx import ALWAYS, IMMUTABLE
from tests.publish.test_nginx_names import written
from tests.waiting import until

LESSON = "/lessons/02-containers/"
PEAK = "for id in /proc/[0-9]*; do grep -q nginx $id/comm && grep VmHWM $id/status; done"
"""Tells the most memory that each process of nginx had."""


@pytest.fixture(scope="module")
def published(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as that of the project is after ``make publish``, where an image can be made of it."""
    if message := lacks():
        lacking(message)
    return packed(Path(shutil.copytree(site, tmp_path_factory.mktemp("project") / "site")).parent)


def packed(project: Path) -> Path:
    """Publish the site of a project, and return the project."""
    main([str(project / "site"), "--folder", str(project / "server")])
    return project


@pytest.fixture(scope="module")
def podman(published: Path) -> Iterator[Engine]:
    """Return a Podman that has built the image."""
    with engine() as podman:
        podman("build", "--pull=never", "--file", str(RECIPE), "--tag", IMAGE, str(published))
        yield podman


@pytest.fixture(scope="module")
def container(podman: Engine) -> str:
    """Return the name of a container that runs as the manifest says."""
    return started(podman, "site")


def started(podman: Engine, name: str, *more: str) -> str:
    """Start a container as the manifest says, and return its name when it answers."""
    podman("run", "--detach", "--name", name, *arguments(), *more, IMAGE)
    asked = ("exec", name, "sh", "-c", "wget -q -O /dev/null http://127.0.0.1:8080/ && echo ready")
    until(lambda: "ready" in podman(*asked, status=None))
    return name


def inside(podman: Engine, container: str, command: str) -> str:
    """Return what a shell in the container says to a command, whether it succeeds or not."""
    return podman("exec", container, "sh", "-c", f"{{ {command}; }} 2>&1 || true")


def test_it_answers_with_the_pages_as_they_were_built(podman: Engine, container: str, published: Path) -> None:
    answer = podman.ask(container, LESSON)
    page = (published / f"site{LESSON}index.html").read_bytes()

    assert (200, page) == (answer.status, answer.body)
    assert "text/html; charset=utf-8" == answer.headers["content-type"]


def test_it_sends_what_was_compressed_before(podman: Engine, container: str, published: Path) -> None:
    page = (published / f"site{LESSON}index.html").read_bytes()
    zipped, smaller = (podman.ask(container, LESSON, accept_encoding=coding) for coding in ("gzip", "gzip, br"))

    assert ["gzip", "br"] == [answer.headers["content-encoding"] for answer in (zipped, smaller)]
    assert page == gzip.decompress(zipped.body) == brotli.decompress(smaller.body)


def test_it_sends_the_headers_of_the_published_configuration(podman: Engine, container: str, published: Path) -> None:
    asset = next((published / "site/assets").glob("*.css"))
    page, style = podman.ask(container, "/"), podman.ask(container, f"/assets/{asset.name}", "HEAD")
    policy = policy_of((published / "site/index.html").read_text())

    assert f"{policy}; frame-ancestors 'none'" == page.headers["content-security-policy"]
    assert ["no-cache", IMMUTABLE] == [answer.headers["cache-control"] for answer in (page, style)]
    assert all(ALWAYS.items() <= answer.headers.items() for answer in (page, style))


def test_what_is_not_there_is_the_page_that_says_so(podman: Engine, container: str, published: Path) -> None:
    answer = podman.ask(container, "/no-such-page/")

    assert (404, (published / "site/404.html").read_bytes()) == (answer.status, answer.body)


@pytest.mark.parametrize("probe", probes())
def test_each_probe_of_the_manifest_is_answered(podman: Engine, container: str, probe: str) -> None:
    assert 200 == podman.ask(container, probes()[probe]["path"], user_agent="kube-probe/1.30").status


def test_every_process_in_it_is_nobody_and_may_do_nothing_that_root_may(podman: Engine, container: str) -> None:
    said = inside(podman, container, "grep -hE 'Name|^(Uid|Gid|Cap...|NoNewPrivs|Seccomp):' /proc/[0-9]*/status")
    processes = [dict(re.findall(r"(\w+):\t(.+)", text)) for text in said.split("Name:\tnginx")[1:]]
    number = str(pod()["securityContext"]["runAsUser"])

    assert 2 == len(processes)
    for process in processes:
        rights = {process[f"Cap{kind}"] for kind in ("Inh", "Prm", "Eff", "Bnd", "Amb")}
        assert {number} == {*process["Uid"].split(), *process["Gid"].split()}
        assert ({16 * "0"}, "1", "2") == (rights, process["NoNewPrivs"], process["Seccomp"])


@pytest.mark.parametrize("path", ["/a", "/srv/site/a.html", "/etc/nginx/a", "/var/a"])
def test_nothing_in_it_can_be_written(podman: Engine, container: str, path: str) -> None:
    assert f"touch: {path}: Read-only file system\n" == inside(podman, container, f"touch {path}")


def test_nothing_of_it_can_be_changed(podman: Engine, container: str) -> None:
    assert "can't create /srv/site/index.html" in inside(podman, container, "echo a > /srv/site/index.html")
    assert "" == inside(podman, container, "find /srv /etc /usr -perm -2 ! -type l").strip()


def test_the_one_folder_that_can_be_written_is_no_larger_than_the_manifest_says(podman: Engine, container: str) -> None:
    said = inside(podman, container, "dd if=/dev/zero of=/tmp/a bs=1024 count=2048; rm /tmp/a")
    (volume,) = pod()["volumes"]
    (records,) = re.findall(r"^(\d+)\+0 records out", said, re.MULTILINE)

    assert "No space left on device" in said
    assert 1024 * int(records) <= quantity(volume["emptyDir"]["sizeLimit"])


def test_all_pages_take_less_than_half_of_the_memory_that_there_is(
    podman: Engine, container: str, published: Path
) -> None:
    pages = [file.relative_to(published / "site").parent.as_posix() for file in published.rglob("index.html")]
    asked = "; ".join(
        f"wget -q -O /dev/null http://127.0.0.1:8080/{page.strip('.')}/ || echo no {page}" for page in pages
    )
    lost = inside(podman, container, asked)
    most = [int(kilobytes) for kilobytes in re.findall(r"\d+", inside(podman, container, PEAK))]

    assert "" == lost
    assert len(pages) > 10
    assert 2 == len(most)
    assert 2 * 1024 * sum(most) < quantity(server()["resources"]["limits"]["memory"])


def test_its_log_tells_what_was_asked_but_not_by_whom(podman: Engine, container: str) -> None:
    podman.ask(container, "/robots.txt", user_agent="a reader")
    log = podman("logs", container, errors=True)

    assert re.search(r'^\S+T\S+ "GET /robots\.txt HTTP/1\.1" 200 \d+ "a reader"$', log, re.MULTILINE)
    assert "127.0.0.1" not in log
    assert [] == [
        line
        for line in log.splitlines()
        if re.search(r"\[(alert|crit|emerg|error|warn)\]", line) and "RLIMIT_NOFILE" not in line
    ]


@pytest.mark.parametrize("signal", [(), ("--stop-signal=TERM",)], ids=["as-the-image-says", "as-is-usual"])
def test_it_ends_by_itself_in_the_time_that_the_manifest_gives(podman: Engine, signal: tuple[str, ...]) -> None:
    name = started(podman, f"ends-{len(signal)}", *signal)
    left = pod()["terminationGracePeriodSeconds"] - server()["lifecycle"]["preStop"]["sleep"]["seconds"]
    podman("stop", f"--time={left}", name)

    assert "0 false" == podman("inspect", "--format={{.State.ExitCode}} {{.State.OOMKilled}}", name).strip()


def test_the_image_says_of_itself_what_the_manifest_says_of_it(podman: Engine) -> None:
    (image,) = json.loads(podman("inspect", IMAGE))
    (port,) = server()["ports"]
    its = pod()["securityContext"]

    assert f"{its['runAsUser']}:{its['runAsGroup']}" == image["Config"]["User"]
    assert {f"{port['containerPort']}/tcp"} == image["Config"]["ExposedPorts"].keys()
    assert "SIGQUIT" == image["Config"]["StopSignal"]
    assert server()["volumeMounts"][0]["mountPath"] in image["Config"]["Cmd"]


def test_a_page_that_the_server_could_not_read_fails_the_build(podman: Engine, tmp_path: Path) -> None:
    written(tmp_path / "site", "/")
    packed(tmp_path)
    (tmp_path / "site/lessons/index.html").chmod(0o600)
    said = podman("build", "--pull=never", "--file", str(RECIPE), str(tmp_path), status=None, errors=True)

    assert re.search(r"/srv/site/lessons/index\.html.*Permission denied", said)
