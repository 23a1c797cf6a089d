"""``python -m report.weekly WARNINGS LINKS``: what maintainers should look at, as the issue of the week.

WARNINGS is what ``python -m macros`` says of sources, LINKS what lychee says of links, as JSON: no file if all is well.
Prints the issue for ``GITHUB_OUTPUT``.
"""

import json
import sys
from pathlib import Path

from report.harmless import code

TITLE = "Weekly look: links and sources"
_MOST = 50


def issue(warnings: str, links: str) -> str:
    """Return the text of the issue, or nothing when all is well."""
    stale = [line for line in warnings.splitlines() if line.startswith("warning: ")]
    broken = _broken(links) if links else []
    parts = [
        _list("Sources that nobody has read for a year", stale),
        _list("Links that gave no page", broken),
    ]
    return "\n\n".join(part for part in parts if part)


def _broken(links: str) -> list[str]:
    """Return each address that does not answer, with one page on which it stands."""
    # The action may write a line of its own below the JSON.
    try:
        found, _ = json.JSONDecoder().raw_decode(links)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or "error_map" not in found:
        return ["the link checker gave no result: look at its run"]
    pages = [pair for name in ("error_map", "timeout_map") for pair in sorted(found.get(name, {}).items())]
    first = {failure["url"]: page for page, failures in reversed(pages) for failure in failures}
    return [f"{address} on {page}" for address, page in sorted(first.items())]


def _list(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    more = [f"- and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "\n".join((f"**{title}**", "", *(f"- {code(line, 200)}" for line in lines[:_MOST]), *more))


def main(warnings: Path, links: Path) -> str:
    """Return the line for ``GITHUB_OUTPUT``: the issue as the body of a request, in JSON; empty when all is well."""
    text = issue(warnings.read_text(encoding="utf-8"), links.read_text(encoding="utf-8") if links.is_file() else "")
    return f"issue={json.dumps({'title': TITLE, 'body': text}, ensure_ascii=False) if text else ''}"


if __name__ == "__main__":
    print(main(*map(Path, sys.argv[1:3])))
