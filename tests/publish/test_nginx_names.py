"""The nginx of ``make publish`` with names and addresses that mean something to nginx: each is taken as it is."""

import string
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, unquote

import pytest

from macros.publish.__main__ import main
from macros.publish.servers import nginx_file
from tests.conftest import lacking
from tests.publish.test_nginx import ALWAYS, IMMUTABLE, Answer, Server
from tests.serving import free_port, lacks, readable_folder, running

POLICY = "default-src 'none'"
HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
IN_ADDRESSES = {*string.ascii_letters, *string.digits, *"/%!$&'()*+,;=:@-._~[]"}
FILES = {
    "404.html": "Not there.",
    "_redirects": "/old/ /new/ 301!\n/old/ /new/#a 301\n",
    "lessons/index.html": "Lessons.",
    "assets/a.01234567.css": "",
    ".well-known/security.txt": "Contact.",
}
HIDDEN = ("_redirects", ".x", "lessons/_x", ".well-known/_x", "lessons/.x", "404.html", "no")
BELOW = [
    "/",
    "/course/",
    "/a.b/c d/",
    "/_p/",
    "/a_b/_/.x/",
    "/.well-known/course/",
    "/404.html/",
    "/assets/",
    "/it's $http_x/${http_x}/$/",
    "/$uri/$dollar/",
    '/quo"te/{b};}/#/?a=b/',
    "/\\n/\\\\/\\$http_x/",
    "/100%/%41/",
    "/(.*)|^$[a]+/",
    "/ünï/\N{SLIGHTLY SMILING FACE}/",
    f"/{'a' * 253}/",
]


def written(site: Path, below: str) -> None:
    """Write a small site that says that it stands below a path, given without escapes."""
    head = f'{HEAD}<link rel="canonical" href="https://you.example{quote(below)}">'
    for path, text in {"index.html": head, **FILES}.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)


@contextmanager
def served(below: str) -> Iterator[Server]:
    """Serve that site with what ``make publish`` writes for it."""
    if message := lacks():
        lacking(message)
    port = free_port()
    with readable_folder() as folder:
        written(folder / "site", below)
        main([str(folder / "site"), "--listen", f"127.0.0.1:{port}", "--folder", str(folder / "server")])
        # There nginx looks for what no rule of its configuration speaks of.
        written(folder / "server/html", "/")
        with running(folder / "server", port):
            yield Server(folder / "site", port)


def location(answer: Answer) -> str:
    """Return where an answer leads, without the escapes of all that no address may hold."""
    path, mark, anchor = answer.headers["location"].partition("#")

    assert (301, set()) == (answer.status, {*path} - IN_ADDRESSES)
    return unquote(path) + mark + anchor


@pytest.mark.parametrize("below", BELOW)
def test_it_serves_where_the_site_says_that_it_stands(below: str) -> None:
    path = quote(below)
    with served(below) as server:
        there = [server.ask(path + file).status for file in ("", "lessons/", ".well-known/security.txt")]
        asset = server.ask(f"{path}assets/a.01234567.css")
        not_there = [server.ask(place) for place in (*(path + file for file in HIDDEN), "/no/", f"{path}/404.html")]
        outside = [server.ask(place) for place in ("/", "/lessons/", "/lessons") if below != "/"]
        led = [location(server.ask(path + place, x="evil")) for place in ("lessons", "old/")]

    assert [200, 200, 200] == there
    assert (200, IMMUTABLE) == (asset.status, asset.headers["cache-control"])
    assert {(404, b"Not there.")} == {(answer.status, answer.body) for answer in (*not_there, *outside)}
    assert all(ALWAYS.items() <= answer.headers.items() for answer in (*not_there, *outside))
    assert [f"{below}lessons/", f"{below}new/#a"] == led


@pytest.mark.parametrize("below", BELOW[1:])
def test_without_its_last_slash_that_address_leads_there(below: str) -> None:
    with served(below) as server:
        assert below == location(server.ask(quote(below)[:-1], x="evil"))


def test_every_value_is_sent_as_it_is_and_none_is_read_from_a_request() -> None:
    if message := lacks():
        lacking(message)
    port, policy = free_port(), "default-src 'none' $http_x ${http_x} \\n \"; } { #"
    moved = {"/old/": '/new/?a=$http_x&b=${http_x}";', "/$http_x/": "/dollar/"}
    with readable_folder() as folder:
        written(folder / "site", "/")
        (folder / "server").mkdir()
        text = nginx_file("../site", policy, policy, listen=f"127.0.0.1:{port}", below="/", brotli=None, moved=moved)
        (folder / "server/nginx.conf").write_text(text)
        with running(folder / "server", port):
            server = Server(folder / "site", port)
            said = [server.ask(path, x="evil").headers["content-security-policy"] for path in ("/", "/no.svg")]
            led = [server.ask(path, x="evil").headers["location"] for path in ("/old/", "/$http_x/")]

    assert [f"{policy}; frame-ancestors 'none'"] * 2 == said
    assert ['/new/?a=$http_x&b=${http_x}";', "/dollar/"] == led
