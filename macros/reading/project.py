"""What stands beside the folder of the course and is said of the whole: its name, its addresses, how it is cited."""

from dataclasses import dataclass
from pathlib import Path

from macros.reading.settings import said

CITATION = "CITATION.cff"


@dataclass(frozen=True)
class Project:
    """What the settings say, or empty texts, and the file that tells how the whole is cited, if there is one."""

    name: str
    address: str
    source: str
    citation: str | None


def project(folder: Path) -> Project:
    """Return what the project in a folder says of itself; a citation that is no text says nothing."""
    file = folder / CITATION
    text = file.read_bytes().decode("utf-8", "replace") if file.is_file() else None
    return Project(said(folder, "site_name"), said(folder, "site_url"), said(folder, "repo_url"), text)
