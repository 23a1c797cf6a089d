"""Years and days of sources and figures: none lies in the future."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

_FIRST_ZONE = timezone(timedelta(hours=14))
"""Where each day begins first: what is already today somewhere is not the future."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def today() -> date:
    """Return the day that it is here, which is the one to be written."""
    return datetime.now().astimezone().date()


def latest_day() -> date:
    """Return the latest day that it is anywhere on earth: one that somebody elsewhere wrote is not the future."""
    return datetime.now(_FIRST_ZONE).date()


def _past_year(year: int) -> int:
    _refuse_future(year > latest_day().year, str(year))
    return year


def _written_as_day(value: Any) -> Any:
    """Refuse seconds since 1970, and days with a time, which pydantic would take for a day."""
    if not isinstance(value, date) and not (isinstance(value, str) and _DAY.fullmatch(value)):
        raise PydanticCustomError("date_form", "is no day")
    return value


def _past_day(day: date) -> date:
    _refuse_future(day > latest_day(), day.isoformat())
    return day


def _refuse_future(later: bool, value: str) -> None:  # noqa: FBT001 - private, and called twice above
    if later:
        raise PydanticCustomError("future", "{value} is in the future", {"value": value})


Year = Annotated[int, Field(ge=1950), AfterValidator(_past_year)]

Day = Annotated[
    date, Field(strict=False, ge=date(1990, 1, 1)), BeforeValidator(_written_as_day), AfterValidator(_past_day)
]
"""A day as YEAR-MONTH-DAY, since there are pages that can be read."""
