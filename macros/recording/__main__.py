"""``python -m macros.recording``: record the transcripts of the current folder, or those that are named."""

import sys
from pathlib import Path

from macros.reading.problem import ContentError
from macros.recording import transcripts
from macros.recording.terminal import LackingError


def main(names: list[str]) -> int:
    """Record each transcript and write it, or print what is wrong with it; return the exit status."""
    project, status = Path.cwd(), 0
    files = sorted((project / transcripts.FOLDER).glob("*.yml"))
    for name in sorted({*names} - {file.stem for file in files}):
        print(f"there is no transcript '{name}' in {transcripts.FOLDER}", file=sys.stderr)
        status = 1
    for file in [one for one in files if not names or one.stem in names]:
        path = file.relative_to(project).as_posix()
        try:
            asked = transcripts.asked(file, path)
            output, made_with = transcripts.record(asked, project), transcripts.versions(asked, project)
            file.write_text(transcripts.written(file.read_text("utf-8"), output, made_with), encoding="utf-8")
            print(f"{path}: recorded")
        except (ContentError, LackingError) as error:
            print(error, file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
