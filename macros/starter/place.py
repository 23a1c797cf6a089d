"""The folder of a new project: where it may be, and how it comes to be there whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.reading.invisible import UNSEEN


def place(written: str, engine: Path) -> Path:
    """Return the folder that is meant; raises ValueError with what is wrong with it and what to write instead."""
    if not written.strip():
        raise ValueError('DIR: is missing: write DIR=../my-course, or in quotes, DIR="../my course"')
    if UNSEEN.search(written) or {*"\n\t:"} & {*written}:
        hint = "Python makes no environment in such a folder: choose another name"
        raise ValueError(f"DIR: {written!a} holds a colon or a character that cannot be seen: {hint}")
    try:
        folder = Path(written).expanduser().resolve()
        wrong = _fault(folder, engine.resolve())
    except (OSError, RuntimeError) as error:
        raise ValueError(f"DIR: '{written}' cannot be looked at: {_reason(error)}: choose another folder") from error
    if wrong:
        raise ValueError(f"DIR: {wrong}")
    return folder


def _fault(folder: Path, engine: Path) -> str:
    if folder.is_relative_to(engine):
        return f"'{folder}' lies inside this project: write one beside it, as in DIR=../{folder.name}"
    if folder.is_dir():
        hint = "choose a new one, or empty it"
        return f"'{folder}' is there already, and is not empty: {hint}" if any(folder.iterdir()) else ""
    if folder.exists():
        return f"'{folder}' is a file: choose the name of a new folder"
    if not folder.parent.is_dir():
        return f"there is no folder '{folder.parent}' to put it into: make it first, or choose another"
    return ""


@contextmanager
def appearing(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, which gets the name of the one that is wanted when all is done without an error.

    Raises ValueError when the file system does not let it be written; then nothing is left of it.
    """
    try:
        with TemporaryDirectory(prefix=f".{folder.name[:40]}-", dir=folder.parent) as room:
            made = Path(room) / "made"
            made.mkdir()
            yield made
            made.rename(folder)
    except OSError as error:
        raise ValueError(f"DIR: '{folder}' cannot be written: {_reason(error)}: choose another folder") from error


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
