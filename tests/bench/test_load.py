"""The measurement of the load: what wrk says is read rightly, and what is missing is named."""

from pathlib import Path

import pytest

from tests.bench import load
from tests.bench.load import Load, better, main, table

SAID = """Running 1s test @ http://127.0.0.1:8097/
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   273.34us  365.85us   4.31ms   94.88%
    Req/Sec    37.42k     6.15k   51.17k    81.82%
  Latency Distribution
     50%  211.00us
     75%  271.00us
     90%  380.00us
     99%    2.26ms
  40898 requests in 1.10s, 9.24MB read
Requests/sec:  37173.14
Transfer/sec:      8.40MB
"""
NOT_FOUND = SAID.replace("Requests/sec", "  Non-2xx or 3xx responses: 40890\nRequests/sec")
BROKEN = SAID.replace("Requests/sec", "  Socket errors: connect 1, read 2, write 0, timeout 4\nRequests/sec")


def test_rate_latency_and_errors_are_read() -> None:
    assert Load(37173.14, 2.26, 0) == Load.read(SAID)


@pytest.mark.parametrize(
    ("said", "milliseconds"), [("850.00us", 0.85), ("2.26ms", 2.26), ("1.50s", 1500), ("1.00m", 60000)]
)
def test_every_unit_of_time_is_known(said: str, milliseconds: float) -> None:
    assert pytest.approx(milliseconds) == Load.read(SAID.replace("2.26ms", said)).slow


def test_answers_that_are_not_expected_and_broken_lines_are_errors() -> None:
    assert 40890 == Load.read(NOT_FOUND).errors
    assert 8 == Load.read(NOT_FOUND, is_there=False).errors
    assert 40898 == Load.read(SAID, is_there=False).errors
    assert 7 == Load.read(BROKEN).errors


def test_anything_else_is_shown_as_it_is() -> None:
    with pytest.raises(ValueError, match="unable to connect"):
        Load.read("unable to connect")


def test_of_several_rounds_the_fastest_counts_and_every_error() -> None:
    assert Load(9, 2, 4) == better(Load(5, 1, 3), Load(9, 2, 0), Load(7, 3, 1))


def test_everything_is_compared_with_the_last() -> None:
    head, page, bare = table({"page": Load(5000, 3, 0), "bare": Load(10000, 1.5, 2)}).splitlines()

    assert ["a", "second", "99", "%", "within", "errors"] == head.split()
    assert ["page", "5,000", "0.50x", "3.00", "ms", "2.00x", "0"] == page.split()
    assert ["bare", "10,000", "1.00x", "1.50", "ms", "1.00x", "2"] == bare.split()


def test_a_missing_tool_and_a_missing_site_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert 2 == main()
    assert "there is no built site: run make build before\n" == capsys.readouterr().err
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").touch()
    monkeypatch.setattr(load, "lacks", lambda: "nginx is not installed")
    assert 2 == main()
    assert "nginx is not installed\n" == capsys.readouterr().err
