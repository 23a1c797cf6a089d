"""``python -m tests.bench.load``: what the nginx of ``make publish`` answers in a second, beside a bare file.

It listens on the loopback only, takes a few seconds for each address, and stops by itself.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import ExitStack, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

from macros.publish.__main__ import main as publish
from tests.bench.lessons import longest
from tests.serving import free_port, lacks, readable_folder, running

_SECONDS, _ROUNDS = 3, 2
_CONNECTIONS = 32
_PACKED = ("-H", "Accept-Encoding: gzip, br")
_MILLISECONDS = {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}
"""In each unit in which wrk gives a time."""

_BARE = """worker_processes auto;
pid nginx.pid;
error_log stderr;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path temporary;
  proxy_temp_path temporary;
  fastcgi_temp_path temporary;
  uwsgi_temp_path temporary;
  scgi_temp_path temporary;
  server { listen 127.0.0.1:%d; root files; }
}
"""
"""The same server with nothing of ours: files as they are."""


@dataclass(frozen=True)
class Load:
    """What wrk found: answers in a second, the 99th percentile of the latency in milliseconds, and errors."""

    rate: float
    slow: float
    errors: int

    @classmethod
    def read(cls, said: str, *, is_there: bool = True) -> "Load":
        """Return what wrk said; for what is not there, an error is each answer that does not say so."""
        slow, unit = _found(r"^ +99% +([\d.]+)([a-z]+)$", said)
        (rate,) = _found(r"^Requests/sec: +([\d.]+)$", said)
        (answers,) = _found(r"^ +(\d+) requests in ", said)
        (refused,) = _found(r"Non-2xx or 3xx responses: (\d+)", said, ("0",))
        broken = sum(map(int, _found(r"connect (\d+), read (\d+), write (\d+), timeout (\d+)", said, ("0",))))
        unexpected = int(refused) if is_there else int(answers) - int(refused)
        return cls(float(rate), float(slow) * _MILLISECONDS[unit], unexpected + broken)


def _found(pattern: str, said: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the parts of what wrk said that a pattern asks for; raises ValueError when it said nothing like it."""
    found = re.search(pattern, said, re.MULTILINE)
    if not found and not otherwise:
        raise ValueError(f"wrk says nothing like {pattern}: {said}")
    return tuple(map(str, found.groups())) if found else otherwise


def better(*loads: Load) -> Load:
    """Return the fastest of several loads, which others on the machine disturbed least, with the errors of all."""
    return replace(max(loads, key=lambda load: load.rate), errors=sum(load.errors for load in loads))


def table(loads: dict[str, Load]) -> str:
    """Return the loads as a table; the last one is what the others are compared with."""
    bare = [*loads.values()][-1]
    lines = [f"{'':24}{'a second':>10}{'':>8}{'99 % within':>14}{'':>8}{'errors':>8}"]
    lines += [
        f"{name:24}{load.rate:>10,.0f}{load.rate / bare.rate:>7.2f}x{load.slow:>11.2f} ms{load.slow / bare.slow:>7.2f}x"
        f"{load.errors:>8}"
        for name, load in loads.items()
    ]
    return "\n".join(lines)


def measure(site: Path, page: str) -> dict[str, Load]:
    """Return the load of a page of a site, an asset and what is not there, then that of the page as a bare file."""
    with ExitStack() as stack:
        folder, port, bare = stack.enter_context(readable_folder()), free_port(), free_port()
        copy = Path(shutil.copytree(site, folder / "site"))
        with redirect_stdout(None):
            publish([str(copy), "--listen", f"127.0.0.1:{port}", "--folder", str(folder / "server")])
        (folder / "bare/files").mkdir(parents=True)
        (folder / "bare/nginx.conf").write_text(_BARE % bare)
        shutil.copy(copy / page / "index.html", folder / "bare/files")
        asset = next((copy / "assets").glob("first.*.css")).name
        stack.enter_context(running(folder / "server", port))
        stack.enter_context(running(folder / "bare", bare))
        rounds = [
            {
                "page, compressed": _load(port, page, _PACKED),
                "page, as it is": _load(port, page),
                "asset, compressed": _load(port, f"assets/{asset}", _PACKED),
                "404, compressed": _load(port, "no/such/page/", _PACKED, is_there=False),
                "404, as it is": _load(port, "no/such/page/", is_there=False),
                "the page as a bare file": _load(bare, "index.html"),
            }
            for _ in range(_ROUNDS)
        ]
        return {name: better(*(loads[name] for loads in rounds)) for name in rounds[0]}


def _load(port: int, path: str, options: Iterable[str] = (), *, is_there: bool = True) -> Load:
    size = ("-t1", f"-c{_CONNECTIONS}", f"-d{_SECONDS}s", "--latency")
    command = ["wrk", *size, *options, f"http://127.0.0.1:{port}/{path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=6 * _SECONDS)
    return Load.read(done.stdout, is_there=is_there)


def main() -> int:
    """Measure the built site of the current folder, print a table, and return the exit status."""
    site = Path("site")
    missing = lacks() or ("" if shutil.which("wrk") else "wrk is not installed: apt-get install wrk")
    if not (site / "index.html").is_file():
        missing = "there is no built site: run make build before"
    if missing:
        print(missing, file=sys.stderr)
        return 2
    loads = measure(site, longest(Path("docs")).url)
    print(table(loads))
    return 1 if any(load.errors for load in loads.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
