"""The nginx of the tests: what is missing is named, and what was started is gone afterwards."""

import socket
from pathlib import Path

import pytest

from tests import serving
from tests.conftest import lacking
from tests.serving import free_port, lacks, readable_folder, running
from tests.waiting import WAIT


def test_a_missing_server_or_module_is_named_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "brotli_module", lambda: None)
    monkeypatch.setattr(serving, "nginx", lambda: "/usr/sbin/nginx")

    assert lacks().endswith("apt-get install libnginx-mod-http-brotli-static")
    monkeypatch.setattr(serving, "nginx", lambda: None)
    assert lacks().startswith("nginx is not installed, so nothing was served: apt-get install nginx ")
    monkeypatch.setattr(serving, "brotli_module", lambda: Path("there"))
    monkeypatch.setattr(serving, "nginx", lambda: "/usr/sbin/nginx")
    assert "" == lacks()


def test_what_a_machine_lacks_is_a_skip_and_in_ci_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no nginx"):
        lacking("no nginx")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no nginx"):
        lacking("no nginx")


def test_a_server_that_does_not_start_says_why() -> None:
    if message := lacks():
        lacking(message)
    with readable_folder() as folder:
        (folder / "nginx.conf").write_text("nonsense;")
        with pytest.raises(RuntimeError, match='unknown directive "nonsense"'), running(folder, free_port()):
            pass


def ends_badly(port: int) -> None:
    socket.create_connection(("127.0.0.1", port), timeout=WAIT).close()
    raise ZeroDivisionError


def test_a_server_is_gone_when_its_test_ends_badly() -> None:
    if message := lacks():
        lacking(message)
    port = free_port()
    served = f"pid pid; error_log stderr; events {{}} http {{ server {{ listen 127.0.0.1:{port}; }} }}"
    with readable_folder() as folder:
        (folder / "nginx.conf").write_text(served)
        with pytest.raises(ZeroDivisionError), running(folder, port):
            ends_badly(port)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=WAIT)
