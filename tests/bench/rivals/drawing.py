"""What every other site needs so that the lessons' drawings, tables and questions can be seen.

It is fair that they bring it: the drawings are in their lessons, too. Of our own stylesheets they get only the one of
the drawings; our colours and the few rules for tables and questions stand in ``article.css``, which is shorter than
what we have for the same.
"""

from pathlib import Path

from tests.bench.tools import ROOT


def stylesheet() -> str:
    """Return the stylesheet for what stands in an article, as a person would write it."""
    ours = (ROOT / "docs" / "assets" / "diagram.css").read_text(encoding="utf-8")
    return f"{(Path(__file__).parent / 'article.css').read_text(encoding='utf-8')}\n{ours}"
