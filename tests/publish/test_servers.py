"""What servers are told: the ``_headers`` file as hosts read it, the configuration of nginx, the command for both."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from macros.publish.__main__ import main
from macros.publish.policy import drawing_policy, policy, policy_of
from macros.publish.servers import headers_file, nginx_file
from tests.conftest import pages_of

POLICY, DRAWING = "default-src 'none'", "default-src 'none'; style-src 'none'"
RULES_OF_A_HOST, LETTERS_IN_A_LINE = 100, 2000
"""What Cloudflare Pages takes."""

Rules = dict[str, dict[str, str]]


def rules(text: str) -> Rules:
    """Return the headers by path, as a host reads them."""
    found: Rules = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("/"):
            assert line not in found
            path, found[line] = line, {}
        else:
            name, value = line.strip().split(": ", 1)
            found[path][name] = value
    return found


def said(known: Rules, path: str) -> dict[str, list[str]]:
    """Return all values of each header for a path, with ``*`` for anything at the end of a rule."""
    headers = defaultdict(list)
    for rule, values in known.items():
        if rule == path or (rule.endswith("*") and path.startswith(rule[:-1])):
            for name, value in values.items():
                headers[name].append(value)
    return headers


def address(site: Path, file: Path) -> str:
    return f"/{file.relative_to(site).as_posix()}".removesuffix("index.html")


@pytest.fixture(scope="module")
def known(site: Path) -> Rules:
    return rules((site / "_headers").read_text())


def test_every_page_gets_its_policy_once(site: Path, known: Rules) -> None:
    for page in pages_of(site):
        expected = f"{policy_of(page.read_text())}; frame-ancestors 'none'"

        assert [expected] == said(known, address(site, page))["Content-Security-Policy"], page


def test_every_drawing_gets_the_policy_of_drawings_once(site: Path, known: Rules) -> None:
    allowed = drawing_policy(file.read_text() for file in site.rglob("*.svg"))
    for drawing in site.rglob("*.svg"):
        assert [f"{allowed}; frame-ancestors 'none'"] == said(known, address(site, drawing))["Content-Security-Policy"]


def test_every_file_has_one_caching_and_assets_alone_are_kept_for_ever(site: Path, known: Rules) -> None:
    for file in (file for file in site.rglob("*") if file.is_file() and file.name not in {"_headers", "_redirects"}):
        asset = "assets" in file.relative_to(site).parts

        assert ["public, max-age=31536000, immutable" if asset else "no-cache"] == said(known, address(site, file))[
            "Cache-Control"
        ]


def test_an_asset_that_is_not_there_is_not_kept(known: Rules) -> None:
    assert [] == said(known, "/assets/first.00000000.css")["Cache-Control"]


def test_whatever_is_asked_for_is_not_framed_and_not_guessed(known: Rules) -> None:
    headers = said(known, "/no/such/page")

    assert (["DENY"], ["nosniff"]) == (headers["X-Frame-Options"], headers["X-Content-Type-Options"])
    assert ["max-age=31536000"] == headers["Strict-Transport-Security"]
    assert ["strict-origin"] == headers["Referrer-Policy"]
    assert headers["Permissions-Policy"]


def test_the_file_keeps_within_what_hosts_take(site: Path, known: Rules) -> None:
    lines = (site / "_headers").read_text().splitlines()

    assert [] == [path for path in known if "*" in path[:-1]]
    assert len(known) <= RULES_OF_A_HOST
    assert max(map(len, lines)) <= LETTERS_IN_A_LINE


def test_a_folder_with_pages_and_drawings_gets_the_policy_of_pages(tmp_path: Path) -> None:
    (tmp_path / "lessons").mkdir()
    for name in ("index.html", "lessons/index.html", "lessons/a.svg"):
        (tmp_path / name).touch()
    known = rules(headers_file(tmp_path, POLICY, DRAWING))

    assert [f"{POLICY}; frame-ancestors 'none'"] == said(known, "/lessons/a.svg")["Content-Security-Policy"]


def test_scripts_are_allowed_by_their_hashes_and_styles_of_drawings_too() -> None:
    one, other = "<script data-root='.'>go()</script>", "<style>.a{fill:red}</style>"

    assert "script-src 'self' 'sha256-" in policy(one)
    assert "; style-src 'self'; " in policy(one)
    assert re.search(r"; style-src 'self' 'sha256-[\w+/]{43}='; ", policy(one, [".a{fill:red}"]))
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/]{43}='", drawing_policy([other, other]))
    assert DRAWING == drawing_policy(["<svg/>"])


def test_a_configuration_without_brotli_does_without_it() -> None:
    without = nginx_file("../site", POLICY, DRAWING, listen="8080", below="/", brotli=None, moved={})
    module = Path("/modules/ngx_http_brotli_static_module.so")
    with_it = nginx_file("../site", POLICY, DRAWING, listen="8080", below="/", brotli=module, moved={})

    assert "brotli" not in without
    assert f'load_module "{module}";' in with_it
    assert "brotli_static on;" in with_it
    assert 'alias "../site/";' in without


def test_the_command_compresses_and_tells_how_to_serve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    site.mkdir()
    page = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' + "word " * 50
    (site / "index.html").write_text(page)
    main([str(site), "--folder", str(tmp_path / "server")])

    assert (site / "index.html.br").is_file()
    for name in ("nginx.conf", "image.conf"):
        assert f"{POLICY}; frame-ancestors 'none'" in (tmp_path / "server" / name).read_text()
    assert [f"files of {site} compressed: 1", f"served by: nginx -p {tmp_path / 'server'} -c nginx.conf"] == (
        capsys.readouterr().out.splitlines()
    )


def test_the_command_asks_for_a_built_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path)])

    assert 2 == ended.value.code
    assert "is no built site: run make build before" in capsys.readouterr().err
