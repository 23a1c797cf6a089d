"""The server of ``mkdocs serve``: it shows the last whole site, names in it what is wrong, and lives on."""

import errno
import logging
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from wsgiref.util import FileWrapper

from mkdocs.commands import serve
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from macros.preview.build_fault import Logged, below, told
from macros.preview.hot_reload import Code
from macros.preview.overlay import HAS_PROBLEM, SCRIPT, SCRIPT_AT, overlaid
from macros.preview.watcher import Watcher

_EVERY = 0.1
"""Seconds between two looks for changes."""

_log = logging.getLogger("mkdocs.course")


class Preview(LiveReloadServer):
    """Builds each site in a folder of its own, and shows it only when it is whole."""

    def __init__(self, builder: Callable[[], None], root: str, **options: Any) -> None:
        super().__init__(builder=self._rebuild, root=root, **options)
        self.problem = self.warned = ""
        self._builder = builder
        self._folder = self.root
        self.root, self._before = tempfile.mkdtemp(dir=root), ""
        self._settings = Path()
        self._code = Code(Path(__file__).parents[1])
        self._errors, self._warnings = Logged(logging.ERROR), Logged(logging.WARNING)
        for handler in (self._errors, self._warnings):
            logging.getLogger("mkdocs").addHandler(handler)
        vars(self)["observer"] = Watcher(_EVERY)
        vars(serve)["build"] = self._build

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Serve until it is stopped."""
        self.error_handler = self._error_page
        # Whoever ends it in another way than by Ctrl-C wants its folder gone as well.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        super().serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]  # MkDocs gives it none

    def server_bind(self) -> None:
        """Take the address; ends with what to write instead when another program has it."""
        try:
            super().server_bind()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            host, port = cast("tuple[str, int]", self.server_address)
            sys.exit(f"ADDRESS: {host}:{port} is taken: write make serve ADDRESS={host}:{port + 1}")

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer with what was built, and with what is laid over pages."""
        if environ["PATH_INFO"] == SCRIPT_AT:
            start_response("200 OK", [("Content-Type", "text/javascript"), ("Content-Length", str(len(SCRIPT)))])
            return [SCRIPT]
        epoch = self._visible_epoch if self._watched_paths else None
        given: list[tuple[str, dict[str, str]]] = []
        answer = super().serve_request(environ, lambda status, headers: given.append((status, dict(headers))))
        status, headers = given[-1]
        if headers.get("Content-Type") == "text/html":
            content = b"".join(answer)
            # What has no place on this page of its own is told above it.
            page = overlaid(content, self.problem or ("" if HAS_PROBLEM in content else self.warned), epoch)
            if isinstance(answer, FileWrapper):
                answer.close()
            headers["Content-Length"], answer = str(len(page)), [page]
        start_response(status, [*headers.items()])
        return answer

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:  # noqa: ARG002 - both are passed
        """Leave the page as it is: its policy forbids the script that MkDocs writes into it."""
        return content

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self.root, f"{code}.html")
        return page.read_bytes() if page.is_file() else None

    def _rebuild(self) -> None:
        """Build again; nobody waits for it, since the site before is still there."""
        with self._epoch_cond:
            epoch, self._wanted_epoch = self._wanted_epoch, self._visible_epoch
            self._epoch_cond.notify_all()
        self._errors.texts.clear()
        self._warnings.texts.clear()
        with self._guarded():
            self._code.forget_edited()
            self._builder()
        self._wanted_epoch = epoch

    def _build(self, config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False) -> None:
        """Do what MkDocs's own function does, beside the site that is shown; the first build comes here, too."""
        self._settings = Path(config.config_file_path)
        with self._guarded(), self._fresh() as config.site_dir:
            self._code.start_hooks(config, dirty=dirty)
            if dirty:
                shutil.copytree(self.root, config.site_dir, dirs_exist_ok=True)
            build(config, serve_url=serve_url, dirty=dirty)

    @contextmanager
    def _fresh(self) -> Iterator[str]:
        """Give an empty folder, which is shown from then on; if the build fails, it is removed."""
        fresh = tempfile.mkdtemp(dir=self._folder)
        try:
            yield fresh
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
        # A request that has begun still reads the site before; nobody reads the one before that.
        gone, self._before, self.root = self._before, self.root, fresh
        self.problem, self.warned = "", self._warnings.summary()
        if gone:
            shutil.rmtree(gone, ignore_errors=True)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Keep whatever a build raises as the problem: it must not end the server."""
        places = sys.path.copy()
        try:
            yield
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - sys.exit() in a macro is one
            self.problem = told(below(error, __file__), self._errors.texts, self._settings)
            _log.error("%s", self.problem)
        finally:
            # The macro plugin adds to it at each build.
            sys.path[:] = places
