"""``python -m report.spelling``: words of the course that a dictionary of common slips in English knows."""

import subprocess
import sys
from pathlib import Path

from macros.html.words import SOURCE
from macros.reading.settings import language


def misspelt(docs: Path, *others: str) -> list[str]:
    """Return a line for each misspelt word of the lessons and data, and of other files beside them, with its place.

    In a course in another language nothing is looked at: there "oder" is no slip.
    """
    if language(docs.parent).value != SOURCE:
        return []
    texts = [str(file) for file in sorted(docs.rglob("*")) if file.suffix in {".md", ".yml"}]
    command = [sys.executable, "-m", "codespell_lib", *texts, *others]
    done = subprocess.run(command, cwd=docs.parent, capture_output=True, text=True, check=False)
    found = [line for line in done.stdout.splitlines() if " ==> " in line]
    if done.returncode and not found:
        raise RuntimeError(done.stderr)
    return [line.removeprefix(f"{docs.parent}/") for line in found]


def main(project: Path) -> int:
    """Print what is misspelt in the texts of a project, and return the exit status."""
    found = misspelt(project / "docs", *sorted(file.name for file in project.glob("*.md")), ".github")
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
