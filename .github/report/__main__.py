"""``python -m report BASE ARCHIVE PICTURES``: compare the summary of main with that of a pull request.

BASE is the summary of main, ARCHIVE the artefact with that of the pull request.
Prints the comment for ``GITHUB_OUTPUT``, and writes the page PICTURES if a diagram changes.
"""

import json
import os
import sys
from pathlib import Path

from report.artefact import only_file
from report.changes import changes
from report.comment import Addresses, comment, refusal
from report.pictures import page
from report.received import Refused, parse


def main(base_file: Path, archive: Path, pictures: Path) -> str:
    """Return the line for ``GITHUB_OUTPUT``: the comment as the body of a request, in JSON, which has no line ends."""
    previews, number = os.environ["PREVIEW_URL"], os.environ["NUMBER"]
    preview = f"{previews.rstrip('/')}/{number}/" if previews else ""
    at = Addresses(os.environ["RUN_URL"], os.environ["REPORT_URL"], preview)
    base = parse(base_file.read_bytes())
    try:
        pull = parse(only_file(archive))
    except Refused as refused:
        return _output(refusal(str(refused), at))
    changed = changes(base.diagrams, pull.diagrams)
    if changed:
        pictures.write_text(page(changed), encoding="utf-8", errors="replace")
    return _output(comment(base, pull, at))


def _output(body: str) -> str:
    return f"comment={json.dumps({'body': body}, ensure_ascii=False)}"


if __name__ == "__main__":
    print(main(*map(Path, sys.argv[1:4])))
