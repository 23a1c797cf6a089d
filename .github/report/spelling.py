"""Words of the course that a dictionary of common slips knows."""

import subprocess
import sys
from pathlib import Path

from macros.html.words import SOURCE
from macros.reading.settings import language


def misspelt(docs: Path) -> list[str]:
    """Return a line for each misspelt word of the lessons and data, with its place and what was meant.

    The dictionary is English: a course in another language has none.
    """
    if language(docs.parent).value != SOURCE:
        return []
    texts = [str(file) for file in sorted(docs.rglob("*")) if file.suffix in {".md", ".yml"}]
    done = subprocess.run(
        [sys.executable, "-m", "codespell_lib", *texts], cwd=docs.parent, capture_output=True, text=True, check=False
    )
    found = [line for line in done.stdout.splitlines() if " ==> " in line]
    if done.returncode and not found:
        raise RuntimeError(done.stderr)
    return [line.removeprefix(f"{docs.parent}/") for line in found]


def main() -> int:
    """Print each misspelt word, and return 1 if there is any."""
    found = misspelt(Path("docs").resolve())
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
