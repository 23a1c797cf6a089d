"""The nginx of ``make publish`` with thousands who are slow: others get their page, and the slow ones are let go."""

import os
import re
import resource
import select
import socket
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from macros.publish.__main__ import main
from tests.conftest import lacking
from tests.publish.test_nginx import Server
from tests.publish.test_nginx_names import written
from tests.serving import free_port, lacks, readable_folder, running
from tests.waiting import WAIT, pause

USUAL_LIMIT, OF_A_WORKER, FOR_THE_TEST = 1024, 17000, 300
"""Open files: where nobody has raised their number, what the configuration asks for, and those besides connections."""

AT_ONCE = 100
LARGE = 32 * 2**20
"""More than the buffers of a connection hold."""

HALF = b"GET / HTTP/1.1\r\nHost: course\r\nX-Slow: "
BODY = b"GET / HTTP/1.1\r\nHost: course\r\nContent-Length: 1000\r\n\r\n"
WHOLE = b"GET /large.bin HTTP/1.1\r\nHost: course\r\n\r\n"


def permitted(number: int) -> int:
    """Return how many connections both ends may open: only root may go beyond what the system permits."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    raised = not os.getuid() or hard >= OF_A_WORKER
    return number if hard == resource.RLIM_INFINITY else min(number, (hard if raised else USUAL_LIMIT) - FOR_THE_TEST)


@contextmanager
def files(number: int) -> Iterator[None]:
    """Let this process and those that it starts open so many files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (number, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@contextmanager
def served(*, patient: bool) -> Iterator[Server]:
    """Serve a small site on a small machine: one processor, and no more files than is usual.

    A patient server lets nobody go, so that there must be room for all.
    """
    if message := lacks():
        lacking(message)
    port = free_port()
    with readable_folder() as folder, ExitStack() as stack:
        written(folder / "site", "/")
        with (folder / "site/large.bin").open("wb") as large:
            large.truncate(LARGE)
        main([str(folder / "site"), "--listen", f"127.0.0.1:{port}", "--folder", str(folder / "server")])
        change(folder / "server/nginx.conf", "worker_processes auto", "worker_processes 1")
        if patient:
            change(folder / "server/nginx.conf", r"(\w+_timeout) \d+s", r"\1 600s")
            change(folder / "server/nginx.conf", "send_", "lingering_time 600s; lingering_timeout 600s; send_")
        with files(USUAL_LIMIT):
            stack.enter_context(running(folder / "server", port))
        yield Server(folder / "site", port)


def change(file: Path, pattern: str, text: str) -> None:
    changed, places = re.subn(pattern, text, file.read_text())
    file.write_text(changed)

    assert places


@contextmanager
def slow(port: int, said: bytes, number: int, address: str = "127.0.0.1") -> Iterator[list[socket.socket]]:
    """Open so many connections, say the same on each, and read nothing; all are closed at the end."""
    with ExitStack() as stack:
        lines = []
        for _ in range(number):
            line = stack.enter_context(socket.socket())
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            line.settimeout(WAIT)
            line.bind((address, 0))
            line.connect(("127.0.0.1", port))
            line.sendall(said)
            lines.append(line)
        yield lines


def gone(lines: Iterable[socket.socket], seconds: float) -> list[int]:
    """Return the numbers of those connections that the server has closed, when there is one or the time is over."""
    poll = select.poll()
    for line in lines:
        poll.register(line, select.POLLRDHUP)
    return [number for number, _ in poll.poll(1000 * seconds)]


@pytest.mark.parametrize(
    ("said", "number"),
    [(b"", 3000), (HALF, 3000), (BODY, 3000), (WHOLE, 1200)],
    ids=["nothing", "half-a-request", "half-a-body", "nothing-is-read"],
)
def test_there_is_room_for_thousands_of_slow_clients_and_for_another_one(said: bytes, number: int) -> None:
    with (
        served(patient=True) as server,
        files(permitted(number) + FOR_THE_TEST),
        slow(server.port, said, permitted(number)) as lines,
    ):
        answer = server.ask("/")

        assert [] == gone(lines, 0)
        assert (200, (server.site / "index.html").read_bytes()) == (answer.status, answer.body)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Return a server as it is published."""
    with served(patient=False) as server:
        yield server


def test_whoever_says_or_takes_nothing_more_is_let_go(server: Server) -> None:
    with ExitStack() as stack:
        lines = {said: stack.enter_context(slow(server.port, said, 1))[0] for said in (b"", HALF, BODY, WHOLE)}
        for said, line in lines.items():
            assert [line.fileno()] == gone([line], WAIT), said


def test_whoever_says_a_letter_a_second_is_let_go(server: Server) -> None:
    with slow(server.port, HALF, 1) as (line,), pytest.raises(OSError, match=r"Broken pipe|reset"):
        say_slowly(line)


def say_slowly(line: socket.socket) -> None:
    for _ in range(WAIT):
        line.sendall(b"x")
        pause(1)


def test_one_address_does_not_take_all_answers_but_a_proxy_beside_the_server_may(server: Server) -> None:
    statuses = []
    with slow(server.port, WHOLE, AT_ONCE, "127.0.0.2") as many, slow(server.port, WHOLE, AT_ONCE) as proxied:
        for line in (*many, *proxied):
            line.recv(1)
        for address in ("127.0.0.2", "127.0.0.3", "127.0.0.1"):
            with slow(server.port, WHOLE, 1, address) as (line,):
                statuses.append(line.recv(12).decode())

    assert ["HTTP/1.1 429", "HTTP/1.1 200", "HTTP/1.1 200"] == statuses
