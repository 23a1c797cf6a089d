"""Years and days of sources and figures: none lies in the future."""

from datetime import date, datetime, timedelta, timezone
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

_FIRST_ZONE = timezone(timedelta(hours=14))
"""Where each day begins first: what is already today somewhere is not the future."""


def today() -> date:
    """Return the latest day that it is anywhere on earth."""
    return datetime.now(_FIRST_ZONE).date()


def _past_year(year: int) -> int:
    _refuse_future(year > today().year, str(year))
    return year


def _past_day(day: date) -> date:
    _refuse_future(day > today(), day.isoformat())
    return day


def _refuse_future(later: bool, value: str) -> None:  # noqa: FBT001 - private, and called twice above
    if later:
        raise PydanticCustomError("future", "{value} is in the future", {"value": value})


Year = Annotated[int, Field(ge=1950), AfterValidator(_past_year)]

Day = Annotated[date, Field(strict=False), AfterValidator(_past_day)]
"""A day as YEAR-MONTH-DAY."""
