"""What is refused before anything is published: each problem in one line, and never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.publish.__main__ import main
from macros.publish.servers import headers_file
from tests.builders import project_in
from tests.conftest import ROOT
from tests.publish.test_nginx_names import HEAD, written

NAMES = [
    *("a b", 'a"b', "a$b", "$http_x", "a;b", "a{b}", "a*", "a:b", "a#b", "a%20", "a\\b", "ü"),
    *("a\nb", "a\r\nX: y", "-a", "_x", ".x"),
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    written(tmp_path / "site", "/")
    return tmp_path / "site"


def refused(capsys: pytest.CaptureFixture[str], site: Path, *arguments: str) -> list[str]:
    """Return the lines with which the command ends."""
    with pytest.raises(SystemExit) as ended:
        main([str(site), "--folder", str(site.parent / "server"), *arguments])

    assert 2 == ended.value.code
    assert not (site.parent / "server").exists()
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize("kind", ["{}", "assets/{}", "{}/index.html", "lessons/{}/picture.png", "data/{}.json"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_not_every_server_takes_as_it_is_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], name: str, kind: str
) -> None:
    file = site / kind.format(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    (line,) = refused(capsys, site)

    assert line.startswith(("'", '"'))
    assert line.endswith(
        ": not every server takes this name: "
        "use letters, digits, hyphens, underscores and dots, and begin with a letter or a digit"
    )
    with pytest.raises(ValueError, match="not every server takes this name"):
        headers_file(site, "policy", "policy")


@pytest.mark.skipif(sys.platform != "linux", reason="only there are names bytes")
def test_a_name_that_is_no_text_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(os.fsdecode(bytes(site) + b"/a\xff")).touch()

    assert ["'a\\udcff': not every server takes this name"] == [
        line.rpartition(":")[0] for line in refused(capsys, site)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "/old/ https://evil.test/ 301",
        "/old/ //evil.test/ 301",
        "/old/ /\\evil.test/ 301",
        "/old/ /$http_x/ 301",
        "/old/ /new/ 302",
        "/* /new/ 301",
        "/* https://evil.test/:splat 200",
        "/:name/ /new/ 301",
        "/old/ /new/?a=b 301",
        '/o"ld/ /new/ 301',
        "/old/ /../new/ 301",
        "/old/  /new/ 301",
        "/old/ /new/ 301 ",
        "/old/\t/new/ 301",
        "/old/ /new/ 301\r",
        "/old/ /new/ 301\x0b/a/ /b/ 301",
        "/old/ /ü/ 301",
        "/old/ /\udcff/ 301",
        "# old",
        "old",
        "",
    ],
)
def test_a_redirect_that_the_build_does_not_write_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    text = f"/a/ /b/ 301\n{line}\n/c/ /d/ 301\n"
    (site / "_redirects").write_bytes(text.encode(errors="surrogateescape"))
    (problem,) = refused(capsys, site)

    assert problem.startswith("_redirects:2: ")
    assert problem.endswith(" is no redirect within the site")
    with pytest.raises(ValueError, match="_redirects:2"):
        headers_file(site, "policy", "policy")


@pytest.mark.parametrize(
    "path",
    [
        "//evil.test/",
        "/a/../b/",
        "/a/./",
        "/a//b/",
        "/%2e%2e/",
        "/%2F/",
        "/a%0d%0aX:%20y/",
        "/%00/",
        "/%ff/",
        "/a",
        f"/{254 * 'a'}/",
    ],
)
def test_an_address_that_no_request_can_have_or_that_is_too_long_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    (site / "index.html").write_text(f'{HEAD}<link rel="canonical" href="https://you.example{path}">')
    (line,) = refused(capsys, site)

    assert line.startswith("SITE_URL: nginx cannot serve the path '/")


@pytest.mark.parametrize(("host", "warned"), [("you.example", True), ("example.org", False)])
def test_an_address_that_nobody_has_set_is_a_warning(
    site: Path, capsys: pytest.CaptureFixture[str], host: str, *, warned: bool
) -> None:
    (site / "index.html").write_text(f'{HEAD}<link rel="canonical" href="https://{host}/a/">')
    main([str(site), "--folder", str(site.parent / "server")])
    told = f"warning: the pages say that they stand at https://{host}/a/, where nothing can: set site_url in mkdocs.yml"

    assert warned == capsys.readouterr().err.startswith(told)


def test_a_site_without_a_policy_or_with_two_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text, found in (("", "no"), (HEAD + HEAD, "2")):
        (site / "index.html").write_text(text)

        assert [f"a page names {found} policies, not one: run make build before"] == refused(capsys, site)


@pytest.mark.parametrize("listen", ["", "8080; }", "8080 ssl", "127.0.0.1:80;", "$http_x:80", "a\nb:80", '"80"', "٣"])
def test_what_is_no_address_to_listen_at_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str], listen: str
) -> None:
    (line,) = refused(capsys, site, "--listen", listen)

    assert line.startswith(f"--listen: {listen!r} is no address: write it as 127.0.0.1:8080")


@pytest.mark.parametrize("listen", ["80", "*:80", "127.0.0.1:8080", "[::1]:8080", "you.example:80", "unix:/run/a.sock"])
def test_every_kind_of_address_is_taken(site: Path, listen: str) -> None:
    main([str(site), "--folder", str(site.parent / "server"), "--listen", listen])

    assert f'listen "{listen}";' in (site.parent / "server/nginx.conf").read_text()


def test_a_folder_in_whose_path_nginx_would_see_a_variable_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(site.parent / "$http_x/server")

    assert [f"--folder: {folder!r}: nginx reads a dollar in this path as a variable: choose another folder"] == refused(
        capsys, site, "--folder", folder
    )


def test_a_folder_of_a_site_that_is_no_line_of_text_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a\nb", "a\r", "a\x1b[31m", os.fsdecode(b"\xff")):
        site = site.rename(site.parent / name)
        (line,) = refused(capsys, site)

        assert line.endswith(": a server is told lines of text, and this is none")


def test_all_is_told_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "a b").touch()
    (site / "_redirects").write_text("x\ny\n")

    assert ["'a b'", "_redirects", "_redirects", "--listen"] == [
        line.partition(":")[0] for line in refused(capsys, site, "--listen", "x y")
    ]


def test_a_build_ends_with_the_same_lines(tmp_path: Path) -> None:
    project_in(tmp_path)
    (tmp_path / "overrides/_worker.js").touch()
    (tmp_path / "overrides/_redirects").write_text("/* https://evil.test/:splat 200\n")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert 1 == ended.returncode
    assert "'_worker.js': not every server takes this name" in ended.stderr
    assert "_redirects:1: '/* https://evil.test/:splat 200' is no redirect within the site" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_what_cannot_be_written_is_told_in_a_line(site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    command = [sys.executable, "-m", "macros.publish", str(site), "--folder", str(tmp_path / "file")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (2, [f"[Errno 17] File exists: '{tmp_path / 'file'}'"]) == (ended.returncode, ended.stderr.splitlines())


def test_what_is_printed_can_be_run_as_it_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = site.parent / "it's a server"
    main([str(site), "--folder", str(folder)])

    assert capsys.readouterr().out.splitlines()[-1].endswith("""'"'"'s a server' -c nginx.conf""")
