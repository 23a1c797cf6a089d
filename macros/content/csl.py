"""The vocabulary of CSL, the citation language: kinds of works, and the languages of their titles."""

from typing import Annotated, Literal

from pydantic import Field

WorkType = Literal[
    "article", "article-journal", "book", "chapter", "dataset", "document", "manuscript", "paper-conference",
    "post-weblog", "report", "software", "standard", "thesis", "webpage",
]  # fmt: skip

LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""As in HTML: ``en``, ``pt-BR``."""
