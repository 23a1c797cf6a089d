"""Numbers of the data, each shown to readers as its author wrote it, in the way of their language."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.html.words import numeral

LEAST, MOST = 0.0001, 9_999_999_999
"""Between them, ten digits show each number in full."""

_WHOLE = 1e9
"""From here on nobody needs what stands behind the point, and a number of ten digits would be written as a power."""


def number(value: float) -> str:
    """Return a number as the table shows it, its thousands set apart: ``112,048`` or ``0.0014``."""
    return numeral(in_digits(value))


def in_digits(value: float) -> str:
    """Return a number as English writes it, whatever language is spoken."""
    return f"{value:,.0f}" if value >= _WHOLE else f"{value:,.10g}"


def _shown_in_full(value: float) -> float:
    if float(in_digits(value).replace(",", "")) != value:
        raise PydanticCustomError("digits", "has more than 10 digits", {})
    return value


Number = Annotated[float, Field(ge=LEAST, le=MOST, allow_inf_nan=False), AfterValidator(_shown_in_full)]
"""A positive number that is shown to readers as its author wrote it."""
