"""The nginx of ``make publish`` as an image has it: in the foreground, as anybody, with a log, behind what forwards."""

import os
import re
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from macros.publish.__main__ import brotli_module, main
from macros.publish.servers import nginx_file
from tests.conftest import lacking
from tests.publish.test_nginx import ALWAYS, IMMUTABLE, Server
from tests.publish.test_nginx_names import POLICY, written
from tests.publish.test_nginx_slow import AT_ONCE, LARGE, WHOLE, slow
from tests.serving import free_port, lacks, readable_folder, running
from tests.waiting import until


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Return an nginx that serves a small site as in an image."""
    with served() as server:
        yield server


@contextmanager
def served() -> Iterator[Server]:
    """Serve a small site as in an image: not as root, and with one folder to write in."""
    if message := lacks():
        lacking(message)
    port = free_port()
    with readable_folder() as folder:
        written(folder / "site", "/")
        with (folder / "site/large.bin").open("wb") as large:
            large.truncate(LARGE)
        (folder / "server").mkdir()
        text = nginx_file(
            str(folder / "site"),
            POLICY,
            POLICY,
            listen=f"127.0.0.1:{port}",
            below="/",
            brotli=brotli_module(),
            moved={"/old/": "/new/"},
            packed=True,
        )
        (folder / "server/nginx.conf").write_text(text)
        (folder / "server").chmod(0o777)
        with running(folder / "server", port, None if os.getuid() else "nobody", packed=True):
            yield Server(folder / "site", port)


def test_it_answers_as_it_does_anywhere(server: Server) -> None:
    home, asset, lost, old = (server.ask(path) for path in ("/", "/assets/a.01234567.css", "/no/", "/old/"))

    assert [200, 200, 404, 301] == [answer.status for answer in (home, asset, lost, old)]
    assert ["no-cache", IMMUTABLE] == [answer.headers["cache-control"] for answer in (home, asset)]
    assert f"{POLICY}; frame-ancestors 'none'" == home.headers["content-security-policy"]
    assert all(ALWAYS.items() <= answer.headers.items() for answer in (home, asset, lost, old))


def test_it_tells_what_was_asked_and_answered_but_not_by_whom(server: Server) -> None:
    server.ask("/lessons/?q=a", user_agent="probe")
    log = server.site.parent / "server/said"
    until(lambda: "probe" in log.read_text())
    (line,) = [line for line in log.read_text().splitlines() if "probe" in line]

    assert re.fullmatch(r'\S+T\S+ "GET /lessons/\?q=a HTTP/1\.1" 200 8 "probe"', line)
    assert "127.0.0.1" not in log.read_text()


@pytest.mark.parametrize(("number", "whole"), [(signal.SIGQUIT, True), (signal.SIGTERM, False)])
def test_what_is_under_way_is_sent_to_its_end_unless_it_is_to_stop_at_once(number: int, *, whole: bool) -> None:
    with served() as server, slow(server.port, WHOLE, 1) as (line,):
        said = line.recv(1000)
        os.kill(int((server.site.parent / "server/nginx.pid").read_text()), number)
        rest = sent(line)

    assert said.startswith(b"HTTP/1.1 200 ")
    assert whole is (len(said) + rest > LARGE)


def sent(line: socket.socket) -> int:
    """Return how many bytes still come."""
    count = 0
    with suppress(ConnectionResetError):
        while said := line.recv(2**20):
            count += len(said)
    return count


def test_all_readers_of_one_that_forwards_are_answered(server: Server) -> None:
    with slow(server.port, WHOLE, AT_ONCE + 20, "127.0.0.2") as lines:
        statuses = {line.recv(12) for line in lines}

    assert {b"HTTP/1.1 200"} == statuses


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the configuration for an image, as the command writes it."""
    folder = tmp_path_factory.mktemp("packed")
    written(folder / "site", "/")
    main([str(folder / "site"), "--folder", str(folder / "server"), "--listen", "127.0.0.1:9999"])
    return (folder / "server/image.conf").read_text()


@pytest.mark.parametrize(
    ("address", "free"),
    [
        *((address, True) for address in ("10.0.0.1", "127.0.0.9", "172.16.0.1", "172.31.9.9", "192.168.1.1")),
        *((address, True) for address in ("100.64.0.1", "100.99.0.1", "100.127.255.255", "fd00::1", "fc12::1")),
        *((address, False) for address in ("11.0.0.1", "172.15.0.1", "172.32.0.1", "192.169.1.1", "100.63.0.1")),
        *((address, False) for address in ("100.128.0.1", "1.10.0.1", "210.0.0.1", "2001:db8::1", "fe80::1")),
    ],
)
def test_only_addresses_of_private_networks_are_taken_for_one_that_forwards(
    text: str, address: str, *, free: bool
) -> None:
    rules = re.findall(r'^ +"~(.+)" "";$', text, re.MULTILINE)

    assert 2 == len(rules)
    assert free is any(re.search(rule, address) for rule in rules)


def test_it_is_for_the_places_of_an_image_wherever_it_was_made(text: str) -> None:
    assert {
        'load_module "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";',
        "worker_processes 1;",
        'listen "8080";',
        'alias "/srv/site/";',
    } <= {line.strip() for line in text.splitlines()}


def test_one_worker_is_enough_for_an_image_and_a_machine_has_one_for_each_processor(tmp_path: Path) -> None:
    written(tmp_path / "site", "/")
    main([str(tmp_path / "site"), "--folder", str(tmp_path / "server")])

    assert "worker_processes auto;" in (tmp_path / "server/nginx.conf").read_text()
