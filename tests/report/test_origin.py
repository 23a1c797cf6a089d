"""Where previews stand: never on a host that is the course to a browser."""

import subprocess
import sys
from pathlib import Path

import pytest
from report.origin import apart, elsewhere
from report.received import Refused

ROOT = Path(__file__).parents[2]
GITHUB, OWN, PREVIEWS = "https://somebody.github.io/", "https://www.course.example/kurs/", "https://previews.example/"


@pytest.mark.parametrize(
    "address",
    [
        PREVIEWS, "https://somebody-previews.github.io/", "https://somebody.github.io.example/",
        "https://notcourse.example/", "https://xn--vorschau-4za.example/", "HTTPS://Previews.Example./",
        "https://previews.example:8443/all/",
    ],
)  # fmt: skip
def test_previews_may_stand_on_another_host(address: str) -> None:
    apart(address, GITHUB, OWN)


@pytest.mark.parametrize(
    "address",
    [
        "https://somebody.github.io/previews/", "https://SOMEBODY.GitHub.IO/", "https://somebody.github.io:8443/",
        "https://somebody.github.io./", "https://somebody.github.io.:443/", "https://www.somebody.github.io/",
        "https://previews.somebody.github.io/", "https://github.io/", "https://www.course.example/",
        "https://course.example/", "https://COURSE.example.:444/previews/", "https://previews.course.example/",
        "https://a.b.www.course.example/",
    ],
)  # fmt: skip
def test_the_host_of_the_course_is_refused_however_it_is_written_and_what_is_below_or_above_it(address: str) -> None:
    with pytest.raises(Refused, match="another host"):
        apart(address, GITHUB, OWN)


def test_what_is_below_the_parent_of_a_course_is_no_reason_to_refuse_it() -> None:
    apart("https://previews.school.example/", "https://course.school.example/")


@pytest.mark.parametrize("course", ["https://xn--mller-kva.example/", "HTTPS://XN--MLLER-KVA.example/"])
def test_a_course_with_an_umlaut_is_known_again(course: str) -> None:
    with pytest.raises(Refused, match="another host"):
        apart("https://www.xn--mller-kva.example./", course)


@pytest.mark.parametrize(
    "address",
    [
        "", "none", "https://", "https:///", "https://./", "somebody.github.io", "https://localhost/",
        "https://müller.example/", "https://previews.example。/", "https://prev%69ews.example/", "https://127.0.0.1/",
        "https://[::1]/", "https://2130706433/", "https://1.2.3.0x4/", "https://previews.example../",
        "https://a_b.example/", "https://previews.example@course.example/",
        "https://somebody.github.io\\@previews.example/", "https://a..example/", "https://prev\tiews.example/",
        " https://previews.example/", "https://previews.example/\n", "https://-a.example/",
        "https://[previews.example/", "https://previews.example\u2100/", "https://\u017fomebody.example/",
    ],
)  # fmt: skip
def test_an_address_that_may_be_read_in_another_way_is_refused_of_both(address: str) -> None:
    with pytest.raises(Refused, match="the address of the previews"):
        apart(address, GITHUB)
    with pytest.raises(Refused, match="the address of the course"):
        apart(PREVIEWS, GITHUB, address)


@pytest.mark.parametrize("address", ["http://previews.example/", "ftp://previews.example/", "//previews.example/"])
def test_previews_need_https(address: str) -> None:
    with pytest.raises(Refused, match="https"):
        apart(address, GITHUB)


def test_a_repository_of_the_owner_of_the_course_needs_a_domain_of_its_own(tmp_path: Path) -> None:
    elsewhere(tmp_path, PREVIEWS, "another/previews", "somebody")
    with pytest.raises(Refused, match="CNAME"):
        elsewhere(tmp_path, PREVIEWS, "Somebody/previews", "somebody")
    for domain in ("", "\n", "course.example\n", "previews.example.evil.example"):
        (tmp_path / "CNAME").write_text(domain)
        with pytest.raises(Refused, match="CNAME"):
            elsewhere(tmp_path, PREVIEWS, "somebody/previews", "somebody")
    (tmp_path / "CNAME").write_text("Previews.example\n")
    elsewhere(tmp_path, PREVIEWS, "somebody/previews", "somebody")


@pytest.mark.parametrize("address", ["https://somebody.github.io/", "\n::error::x\n", "##[error]x"])
def test_a_refusal_stops_with_one_line_of_ours(address: str) -> None:
    command = [sys.executable, "-m", "report.origin", address, GITHUB]
    done = subprocess.run(
        command, cwd=ROOT / ".github", env={"PYTHONPATH": "."}, capture_output=True, text=True, check=False
    )

    assert 1 == done.returncode
    assert "" == done.stdout
    assert [True] == [line.startswith("::error::the ") for line in done.stderr.splitlines()]
    assert "##[" not in done.stderr
