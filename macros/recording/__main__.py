"""``python -m macros.recording``: record what stands in the current folder, or those files of it that are named."""

import sys
from pathlib import Path

from macros.reading.problem import ContentError
from macros.recording import transcripts, views
from macros.recording.terminal import TerminalError


def main(names: list[str]) -> int:
    """Record each file and write it, or print what is wrong with it; return the exit status."""
    project, status = Path.cwd(), 0
    folders = (transcripts.FOLDER, views.FOLDER)
    files = [file for folder in folders for file in sorted((project / folder).glob("*.yml"))]
    for name in sorted({*names} - {file.stem for file in files}):
        print(f"there is no transcript '{name}' in {' or '.join(folders)}", file=sys.stderr)
        status = 1
    for file in [one for one in files if not names or one.stem in names]:
        path = file.relative_to(project).as_posix()
        try:
            if text := _recorded(file, path, project):
                file.write_text(text, encoding="utf-8")
                print(f"{path}: recorded")
        except (ContentError, TerminalError) as error:
            print(error, file=sys.stderr)
            status = 1
    return status


def _recorded(file: Path, path: str, project: Path) -> str:
    """Return the text of a file with what is recorded now, or nothing for one in which nothing is."""
    text = file.read_text("utf-8")
    if file.parent == project / views.FOLDER:
        return views.written(text, path, project) if views.asked(file, path) else ""
    asked = transcripts.asked(file, path)
    output, made_with = transcripts.record(asked, project), transcripts.versions(asked, project)
    return transcripts.written(text, output, made_with)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
