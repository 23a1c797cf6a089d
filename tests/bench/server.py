"""One server for all sites: it compresses as any public host does, and notes what it sent."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_COMPRESSED = (".png", ".woff2", ".gz")
"""What compressing again would not make smaller."""

_LEVEL = 9


@dataclass(frozen=True)
class Sent:
    """One answer: the path, its media type, and the bytes of its body as they were sent."""

    path: str
    type: str
    bytes: int


@dataclass
class Served:
    """A site at an address, and what was sent of it so far."""

    address: str
    folder: Path
    sent: list[Sent] = field(default_factory=list)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of this machine; it may be filled later."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.served = Served(f"http://127.0.0.1:{server.server_port}/", folder)  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.served  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()


def file_of(folder: Path, address: str) -> tuple[HTTPStatus, Path]:
    """Return what is sent for an address: the file, the folder's page, or the page that says that there is none."""
    path = unquote(urlsplit(address).path).lstrip("/")
    found = (folder / path).resolve()
    if not found.is_relative_to(folder.resolve()):
        return HTTPStatus.NOT_FOUND, folder / "404.html"
    found = found / "index.html" if found.is_dir() else found
    return (HTTPStatus.OK, found) if found.is_file() else (HTTPStatus.NOT_FOUND, folder / "404.html")


@cache
def packed(file: Path, _changed: int) -> bytes:
    """Return a file's content, compressed once for each version of it."""
    content = file.read_bytes()
    return content if file.suffix in _COMPRESSED else gzip.compress(content, _LEVEL, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a file, and note it."""
        served: Served = self.server.served  # type: ignore[attr-defined]
        status, file = file_of(served.folder, self.path)
        body = packed(file, file.stat().st_mtime_ns) if file.is_file() else b""
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=600")
        if file.suffix not in _COMPRESSED and body:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        self.wfile.write(body)
        served.sent.append(Sent(self.path, kind, len(body)))

    def log_message(self, *_: object) -> None:
        """Keep requests out of the report."""
