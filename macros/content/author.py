"""Who wrote a work, in the fields of CSL."""

from pydantic import ConfigDict, Field

from macros.reading.datafile import Model, Text


class Name(Model):
    """Who wrote a work: a person with family and given name, or an organisation."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"family": "…", "given": "…"}, {"literal": "…"}]})

    family: Text | None = Field(default=None, description="of a person")
    given: Text | None = Field(default=None, description="of a person")
    literal: Text | None = Field(default=None, description="an organisation, or a name that has no two parts")

    def __str__(self) -> str:
        return self.literal or ", ".join(part for part in (self.family, self.given) if part)

    @property
    def short(self) -> str:
        """Return the part that a citation shows."""
        return self.literal or self.family or ""

    def is_unclear(self) -> bool:
        """Tell whether it is neither a person nor an organisation, or both."""
        return bool(self.literal) == bool(self.family) or bool(self.literal and self.given)
