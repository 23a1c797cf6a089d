"""The list of all addresses that were published, and what adds to it."""

import re
from pathlib import Path

import pytest

from macros.outputs.addresses import HEAD, main
from tests.builders import docs_in
from tests.conftest import ROOT


def test_new_addresses_are_added_in_their_order_and_none_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = docs_in(tmp_path)
    (docs / "data/published.txt").write_text("# An old head.\n/zebra/\n/gone/\n")
    monkeypatch.chdir(tmp_path)
    main()
    text = (docs / "data/published.txt").read_text()
    listed = text.removeprefix(HEAD).splitlines()

    assert text.startswith(HEAD)
    assert sorted({*listed}) == listed
    assert {"/", "/gone/", "/zebra/", "/lessons/01-drinks/", "/sources/#adam-2020"} <= {*listed}


def test_a_course_with_a_problem_adds_nothing() -> None:
    rule = re.search(r"^addresses: (.+?)  ##", (ROOT / "Makefile").read_text(), re.MULTILINE)

    assert rule
    assert "check" == rule[1], "make check comes first, and ends it with what it finds"
