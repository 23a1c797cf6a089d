"""``python -m report.weekly WARNINGS LINKS``: what maintainers should look at, as the issue of the week.

WARNINGS is what ``python -m macros`` says of sources, LINKS what lychee says of links, as JSON: no file if all is well.
JOBS, of the environment, are the other jobs of the week as GitHub tells them, as JSON, and RUN_URL is where they ran.
Prints the issue for ``GITHUB_OUTPUT``.
"""

import json
import os
import sys
from pathlib import Path

from report.harmless import code

TITLE = "Weekly look: links and sources"
_MOST = 50


def issue(warnings: str, links: str, jobs: str = "{}", run: str = "") -> str:
    """Return the text of the issue, or nothing when all is well."""
    stale = [line for line in warnings.splitlines() if line.startswith("warning: ")]
    broken = _broken(links) if links else []
    parts = [
        _list("Sources that nobody has read for a year", stale),
        _list("Links that gave no page", broken),
        _list(f"Jobs that did not end well in [this run]({run})", _failed(jobs)),
    ]
    return "\n\n".join(part for part in parts if part)


def _broken(links: str) -> list[str]:
    """Return each address that does not answer, with one page on which it stands."""
    try:
        # The action may write a line of its own below the JSON.
        found, _ = json.JSONDecoder().raw_decode(links)
        pages = [*sorted(found["error_map"].items()), *sorted(found.get("timeout_map", {}).items())]
        first = {str(failure["url"]): page for page, failures in reversed(pages) for failure in failures}
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return ["the link checker gave no result: look at its run"]
    return [f"{address} on {page}" for address, page in sorted(first.items())]


def _failed(jobs: str) -> list[str]:
    """Return each job that came to another end than a good one; one that was not wanted is skipped."""
    results = {name: job["result"] for name, job in json.loads(jobs).items()}
    return [f"{name}: {result}" for name, result in results.items() if result not in {"success", "skipped"}]


def _list(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    more = [f"- and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return "\n".join((f"**{title}**", "", *(f"- {code(line, 200)}" for line in lines[:_MOST]), *more))


def main(warnings: Path, links: Path) -> str:
    """Return the line for ``GITHUB_OUTPUT``: the issue as the body of a request, in JSON; empty when all is well."""
    found = links.read_text(encoding="utf-8") if links.is_file() else ""
    text = issue(warnings.read_text(encoding="utf-8"), found, os.environ["JOBS"], os.environ["RUN_URL"])
    return f"issue={json.dumps({'title': TITLE, 'body': text}, ensure_ascii=False) if text else ''}"


if __name__ == "__main__":
    print(main(*map(Path, sys.argv[1:3])))
