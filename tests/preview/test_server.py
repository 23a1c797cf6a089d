"""The preview as a browser gets it: as strict as what is published, and showing each save and each fault by itself."""

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from socket import socket

import pytest
from mkdocs.commands import serve
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect

from macros.preview.server import Preview
from macros.publish.policy import policy_of
from tests.builders import project_in
from tests.conftest import ready
from tests.live import LESSON, SHOWN, TEA, Server, served
from tests.seeking import sought
from tests.waiting import WAIT, moments, until

HEAD = "{% block extrahead %}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(project_in(tmp_path_factory.mktemp("course to look at"))) as running:
        assert running.shows(LESSON, SHOWN)
        yield running


@pytest.fixture
def said(page: Page) -> list[str]:
    """Return the errors and warnings of the page so far."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            found.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with browser.new_context(base_url=server.address) as context:
        context.set_default_timeout(WAIT * 1000)
        yield context.new_page()


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """Return a server that is not started; its builds end at once, and leave a place to import from."""
    monkeypatch.setitem(vars(serve), "build", None)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "handlers", [])

    def build() -> None:
        sys.path.append("/left")
        raise SystemExit("so")

    with Preview(build, str(tmp_path), host="127.0.0.1", port=0) as made:
        yield made


def test_an_address_that_is_taken_is_told_with_another_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(vars(serve), "build", None)
    monkeypatch.setattr(logging.getLogger("mkdocs"), "handlers", [])
    with socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        told = rf"^ADDRESS: 127\.0\.0\.1:{port} is taken: write make serve ADDRESS=127\.0\.0\.1:{port + 1}$"
        with (
            Preview(lambda: None, str(tmp_path), host="127.0.0.1", port=port) as late,
            pytest.raises(SystemExit, match=told),
        ):
            late.server_bind()


def save(server: Server, path: str, right: str, wrong: str) -> None:
    file = server.project / path
    text = file.read_text()

    assert right in text
    file.write_text(text.replace(right, wrong, 1))


def follows(page: Page) -> None:
    """Wait until the page asks for a newer site."""
    # A page that is just loading itself again cannot be told to, and asks all the same.
    with page.expect_request("**/livereload/*/*"), suppress(Error):
        page.reload()


def test_the_preview_has_the_policy_of_what_is_published(server: Server, site: Path) -> None:
    published = policy_of((site / "index.html").read_text())

    assert [published] * 3 == [policy_of(server.page(path)) for path in ("", LESSON, "404.html")]


def test_nothing_that_the_preview_does_is_against_the_policy(page: Page, said: list[str]) -> None:
    with page.expect_request("**/livereload/*/*"):
        page.goto(LESSON)
    page.mouse.move(200, 200)
    ready(page)
    sought(page, "words")

    assert [] == said


HOSTILE = """{% block content %}
<script>document.title = "script"</script>
<img src="/nowhere" onerror="document.title = 'handler'">
{{ page.content }}
{% endblock %}"""


def test_a_handler_or_script_in_a_page_does_not_run(server: Server, page: Page, said: list[str]) -> None:
    page.goto("")
    follows(page)
    title = page.title()
    save(server, "overrides/main.html", HEAD, f"{HOSTILE}{HEAD}")
    expect(page.locator("img[onerror]")).to_be_attached()
    kinds = {"inline script", "inline event handler"}
    until(lambda: kinds == refused(said, kinds), moments(page))
    shown = page.title()
    save(server, "overrides/main.html", f"{HOSTILE}{HEAD}", HEAD)

    assert kinds == refused(said, kinds)
    assert title == shown


def refused(said: list[str], kinds: set[str]) -> set[str]:
    """Return what the policy refused, of these kinds."""
    return {kind for kind in kinds for text in said if kind in text}


def test_a_save_and_a_fault_show_by_themselves(server: Server, page: Page) -> None:
    page.goto(LESSON)
    follows(page)
    save(server, TEA, "Two words.", "Three new words.")
    expect(page.locator("article")).to_contain_text("Three new words.")
    save(server, "mkdocs.yml", "theme:", "theme: [")
    expect(page.get_by_role("alert")).to_contain_text("mkdocs.yml:")
    expect(page.locator("article")).to_contain_text("Three new words.")
    save(server, "mkdocs.yml", "theme: [", "theme:")
    expect(page.get_by_role("alert")).to_have_count(0)
    save(server, TEA, "Three new words.", "Two words.")

    expect(page.locator("article")).to_contain_text("Two words.")


def test_a_page_that_was_swapped_in_follows_too(server: Server, page: Page) -> None:
    page.goto("")
    follows(page)
    page.mouse.move(200, 200)
    ready(page)
    page.locator("article ol a").click()
    expect(page.locator("article")).to_contain_text("Two words.")
    save(server, TEA, "Two words.", "Three new words.")
    expect(page.locator("article")).to_contain_text("Three new words.")
    save(server, TEA, "Three new words.", "Two words.")

    expect(page.locator("article")).to_contain_text("Two words.")


def test_a_page_that_is_not_there_shows_as_soon_as_it_is(server: Server, page: Page) -> None:
    page.goto("new/")
    follows(page)
    file = server.project / "docs/new.md"
    file.write_text("---\ntitle: New\ndescription: New.\n---\n\nA new page.\n")
    expect(page.locator("article")).to_contain_text("A new page.")
    file.unlink()

    expect(page.locator("article")).to_contain_text("This page does not exist")


def test_pages_are_answered_while_a_build_takes_its_time(server: Server) -> None:
    waiting, go = server.project / "waiting", server.project / "go"
    body = "    return output if"
    wait = f"""    from pathlib import Path
    from time import sleep

    Path({str(waiting)!r}).touch()
    while not Path({str(go)!r}).exists():
        sleep(0.01)
{body}"""
    save(server, "macros/hooks/heads.py", body, wait)
    assert until(waiting.exists)
    shown = server.page(LESSON)
    save(server, TEA, "Two words.", "Three new words.")
    go.touch()

    assert SHOWN in shown
    assert server.shows(LESSON, "Three new words.")
    save(server, "macros/hooks/heads.py", wait, body)
    save(server, TEA, "Three new words.", "Two words.")


def test_a_build_that_ends_leaves_its_name_and_no_place_to_import_from(preview: Preview) -> None:
    preview.builder()

    assert preview.problem.endswith(": SystemExit: so")
    assert "/left" not in sys.path


def test_a_page_that_is_not_followed_has_no_script(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<body>Text</body>")
    preview.root = str(tmp_path)
    request = {"PATH_INFO": "/page.html"}

    assert [b"<body>Text</body>"] == list(preview.serve_request(request, lambda *_: None))
    preview.watch(str(tmp_path))
    assert b"<script src=" in b"".join(preview.serve_request(request, lambda *_: None))


FIRST_FAULTS = [
    ("overrides/main.html", "{% block", "{% blokc", "overrides/main.html:6:1: TemplateSyntaxError"),
    ("macros/__init__.py", "import", "inport", "macros/__init__.py:3:"),
    ("macros/hooks/heads.py", "    return", "    raise SystemExit  #", "SystemExit"),
]


@pytest.mark.parametrize(("path", "right", "wrong", "problem"), FIRST_FAULTS)
def test_a_server_whose_first_build_fails_says_so_and_heals(
    tmp_path: Path, path: str, right: str, wrong: str, problem: str
) -> None:
    file = project_in(tmp_path) / path
    text = file.read_text()
    file.write_text(text.replace(right, wrong, 1))
    with served(tmp_path) as server:
        named = server.shows(LESSON, problem)
        shown = server.page("")
        file.write_text(text)

        assert named
        assert [1, 1] == [shown.count(mark) for mark in ('role="alert"', "<body>")]
        assert server.shows(LESSON, SHOWN)
        assert "Traceback" not in server.log


def test_an_interrupted_server_ends_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    with served(project_in(tmp_path)) as server:
        assert server.shows(LESSON, SHOWN)
        for number in range(3):
            (tmp_path / TEA).write_text((tmp_path / TEA).read_text().replace("Two", f"Two {number}"))
            assert server.shows(LESSON, f"Two {number}")
        save(server, "overrides/main.html", "{% block", "{% blokc")
        assert server.shows(LESSON, 'role="alert"')
        (folder,) = (tmp_path / "temporary").iterdir()
        assert until(lambda: len(list(folder.iterdir())) <= 2)
        server.process.send_signal(signal.SIGINT)

        assert 0 == server.process.wait(WAIT)
    assert [] == list((tmp_path / "temporary").iterdir())


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_ended_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: signal.Signals
) -> None:
    work, temporary = tmp_path / "work", tmp_path / "temporary"
    work.mkdir()
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with served(project_in(work)) as server:
        assert server.shows("", "Home")
        assert [] != [*temporary.iterdir()]
        server.process.send_signal(ending)
        server.process.wait(WAIT)

    assert [] == [*temporary.iterdir()]
