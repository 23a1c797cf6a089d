"""Years and days, none of them in the future."""

# ruff: noqa: RUF001 - digits of other scripts are meant

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.reading.dates import Day, Year, latest_day, today

YEAR: TypeAdapter[int] = TypeAdapter(Year)
DAY: TypeAdapter[date] = TypeAdapter(Day)


def test_the_latest_day_is_that_where_each_day_begins_first() -> None:
    now = datetime.now(UTC).date()

    assert latest_day() in {now, now + timedelta(days=1)}


@pytest.mark.parametrize(("zone", "hours"), [("UTC+11", -11), ("UTC", 0), ("UTC-13", 13)])
def test_today_is_the_day_here(monkeypatch: pytest.MonkeyPatch, zone: str, hours: int) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    before = (datetime.now(UTC) + timedelta(hours=hours)).date()
    found = today()
    after = (datetime.now(UTC) + timedelta(hours=hours)).date()
    monkeypatch.undo()
    time.tzset()

    assert before <= found <= after


def test_this_year_today_and_what_is_today_elsewhere_are_not_the_future() -> None:
    for day in (today(), latest_day()):
        assert day.year == YEAR.validate_python(day.year)
        assert day == DAY.validate_python(day.isoformat())


@pytest.mark.parametrize("year", [1949, latest_day().year + 1, "2020"])
def test_a_year_before_computers_or_in_the_future_is_refused(year: object) -> None:
    with pytest.raises(ValidationError):
        YEAR.validate_python(year, strict=True)


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", (latest_day() + timedelta(days=1)).isoformat()])
def test_a_day_that_does_not_exist_or_is_in_the_future_is_refused(day: str) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(day)


@pytest.mark.parametrize(
    "day",
    [0, 1700006400, 1.5, "1700006400", "2026-11-23T00:00:00", "20261123", "２０２６-11-23", "1989-12-31"],
)
def test_a_day_is_written_as_year_month_day_and_nothing_else_is_taken_for_one(day: object) -> None:
    with pytest.raises(ValidationError):
        DAY.validate_python(day)


def test_a_day_since_there_are_pages_is_a_day() -> None:
    assert date(1990, 1, 1) == DAY.validate_python("1990-01-01")
    assert date(1990, 1, 1) == DAY.validate_python(date(1990, 1, 1))
