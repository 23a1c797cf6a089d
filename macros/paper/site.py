"""A built site as it is printed: its folder, and what its home page says of the whole."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

_NOWHERE = "https://site.invalid/"
"""Where a site stands that says no address of its own."""


_STYLES = ("first", "others", "later", "blocks", "paper")


@dataclass(frozen=True)
class Site:
    """The folder of a built site, its title, its address, and the picture on its home page."""

    folder: Path
    title: str
    home: str
    picture: str

    @classmethod
    def read(cls, folder: Path) -> "Site":
        """Return the site in a folder; raises ValueError when nothing was built there."""
        file = folder / "index.html"
        if not file.is_file():
            raise ValueError(f"{str(folder)!r} is no built site: run make build before")
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        title, address, picture = (tree.css_first(part) for part in ("title", "link[rel=canonical]", ".hero svg"))
        home = (address.attrs["href"] if address else None) or _NOWHERE
        return cls(folder, title.text().strip() if title else "", home, (picture.html or "") if picture else "")

    @property
    def styles(self) -> list[str]:
        """Return the addresses of all its stylesheets, in the order in which pages have them."""
        found = (sorted((self.folder / "assets").glob(f"{name}.*.css")) for name in _STYLES)
        return [self.home + files[0].relative_to(self.folder).as_posix() for files in found if files]


def moment() -> datetime:
    """Return when a file of a site was made, as it says: what SOURCE_DATE_EPOCH names, as for the site, or now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
