"""What pydantic finds, in words for the author of a data file."""

import json
import re
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.outputs.schema import MODELS
from macros.reading.datafile import SEEN
from macros.reading.messages import _PATTERNS, wording


class Sample(BaseModel):
    """One field for each kind of fault."""

    model_config = ConfigDict(strict=True)

    text: str = "x"
    whole: int = 1
    number: float = 1.0
    yes: bool = True
    some: tuple[str, ...] = ()
    kind: Literal["measured", "at most", "at least"] = "measured"
    id: str = Field(default="a", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    url: str = Field(default="https://a", pattern=r"^https://\S+$")
    doi: str = Field(default="10.1000/1", pattern=r"^10\.\d{4,9}/\S+$")
    spdx: str = Field(default="a", pattern=r"^[A-Za-z0-9.-]+$")
    title: str = Field(default="a", pattern=r"^[^<>\n]+$")
    day: Annotated[date, Field(strict=False)] = date(2026, 1, 1)
    short: str = Field(default="a", max_length=3)
    seen: str = Field(default="a", min_length=1, pattern=SEEN)
    few: tuple[str, ...] = Field(default=("a",), min_length=1, max_length=2)
    share: float = Field(default=1, ge=0.5, le=9_999_999_999)
    year: int = Field(default=2000, ge=1950, le=2100)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("text", 1.1, ("must be text", "put it in quotes if it is meant as text")),
        ("text", None, ("is empty", "write its value behind the colon, or delete the line")),
        ("whole", "7", ("must be a whole number", "write 7")),
        ("number", "1.09 s", ("must be a number", "write 1.09, and 'unit: s'")),
        ("yes", "yes", ("must be true or false", "write true, without quotes")),
        ("some", "x", ("must be a list", "start each line below it with '- '")),
        ("kind", "measurd", ("must be 'measured', 'at most' or 'at least'", "did you mean 'measured'?")),
        ("kind", "guess", ("must be 'measured', 'at most' or 'at least'", "")),
        ("id", "Start Up", ("must be lower case letters and digits, with hyphens between", "write start-up")),
        (
            "url",
            "http://a",
            ("must be an address that begins with https://", "if the site answers there, write https://a"),
        ),
        ("doi", "182", ("must be a DOI", "such as 10.1000/182")),
        ("spdx", "CC BY 4.0", ("must be a name in the list of SPDX", "such as CC-BY-4.0")),
        ("title", "<b>", ("must be one line without < and >", "")),
        ("day", "23.11.2026", ("must be a day as year-month-day", "write 2026-11-23")),
        ("day", 7.5, ("must be a day as year-month-day", "such as 2026-11-23")),
        ("short", "long", ("has more than 3 characters", "say it shorter")),
        ("seen", "", ("is empty", "write its value behind the colon, or delete the line")),
        ("seen", " \t\n\xa0\u3000", ("is empty", "write its value behind the colon, or delete the line")),
        ("few", (), ("needs at least 1 of what it lists", "")),
        ("few", ("a", "b", "c"), ("lists more than 2", "shorten the list")),
        ("share", 1e308, ("must be at most 9999999999", "")),
        ("share", 5e-324, ("must be at least 0.5", "")),
        ("year", 1949, ("must be at least 1950", "")),
        ("year", 10**300, ("must be at most 2100", "")),
    ],
)
def test_a_fault_is_said_in_plain_words(field: str, value: Any, expected: tuple[str, str]) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({field: value})

    assert expected == wording(caught.value.errors()[0])


def test_what_is_missing_is_called_missing() -> None:
    class Needed(BaseModel):
        name: str

    with pytest.raises(ValidationError) as caught:
        Needed.model_validate({})

    assert ("is missing", "") == wording(caught.value.errors()[0])


def test_every_pattern_of_a_model_has_its_words() -> None:
    texts = [json.dumps(model.model_json_schema()) for model in MODELS.values()]
    patterns = {
        json.loads(f'"{found}"') for text in texts for found in re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', text)
    }

    assert 5 < len(patterns)
    assert [] == [one for one in patterns if not any(one.startswith(start) for start in _PATTERNS)]
