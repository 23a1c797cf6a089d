"""Names of files and folders: those that are an address on every system, and those that editors leave behind."""

import re

from macros.reading.letters import spelt

_WORD = "[a-z0-9]+(?:-[a-z0-9]+)*"
_FOLDER = re.compile(_WORD)
_FILE = re.compile(rf"{_WORD}\.[a-z0-9]+")
_CODE = re.compile(rf"{_WORD}(?:\.[a-z0-9-]+)+")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_LONGEST = 60
"""Characters, as many as an id may have."""

_MEANT = re.compile(r"\.(?:htaccess|nojekyll|well-known)|\.[^.]*\.(?:md|ya?ml|svg|png|jpe?g|webp|css|js)")
"""Hidden files that somebody may have meant to be published; editors look for all others, and the site has none."""

_LITTER = re.compile(
    r"Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r"  # of file managers
    r"|4913|.*~|#.*#|\.#.*|~\$.*|.*___jb_(?:tmp|old)___|.*\.(?:sw[a-z]|kate-swp)|Untitled|Session\.vim"  # of editors
    r"|.*\.(?:orig|rej)|.*_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\..*|sed[A-Za-z0-9]{6}"  # of patches and merges
    r"|.*\.(?:bak|backup|old|save|tmp|part|crdownload|pyc)",  # of those who save, load and run
    re.DOTALL,
)
_LITTER_FOLDERS = {"__MACOSX", "__pycache__", "node_modules"}


def litter(name: str) -> bool:
    """Tell whether a file is what an editor or a system leaves beside others: nobody meant it to be published."""
    return _LITTER.fullmatch(name) is not None or _hidden(name)


def litter_folder(name: str) -> bool:
    """Tell whether a folder is that of an editor or a system, with whatever is in it."""
    return name in _LITTER_FOLDERS or _hidden(name)


def left_behind(path: str) -> bool:
    """Tell whether a file with this path is litter, or stands in a folder that is."""
    *folders, name = path.split("/")
    return litter(name) or any(map(litter_folder, folders))


def fault(name: str, *, folder: bool = False, code: bool = False) -> tuple[str, str] | None:
    """Return what is wrong with the name of a file or folder, and a hint; code may have more than one dot."""
    kind, right = ("folder", _FOLDER) if folder else ("file", _CODE if code else _FILE)
    if _RESERVED.fullmatch(name):
        return f"Windows cannot hold a {kind} that is named '{name}'", "choose another name"
    if name == "README.md":
        return "the site generator takes README.md for the page of its folder", "name it index.md"
    if not right.fullmatch(name):
        return f"the name of a {kind} is an address: lower case letters, digits and hyphens", _like(name, folder=folder)
    if len(name) > _LONGEST:
        return f"the name of a {kind} is an address of at most {_LONGEST} characters", "choose a shorter name"
    return None


def above(path: str) -> set[str]:
    """Return a path and those of all folders that it stands in."""
    parts = path.split("/")
    return {"/".join(parts[:end]) for end in range(1, len(parts) + 1)}


def plain(text: str) -> str:
    """Return the plain word that is most like a text; nothing when no letter of it is plain."""
    return re.sub("[^a-z0-9]+", "-", spelt(text).lower()).strip("-")[:_LONGEST]


def _hidden(name: str) -> bool:
    """Tell whether the generator hides a file or folder from readers, and nobody can have meant otherwise."""
    return name.startswith(".") and (name.startswith("._") or not _MEANT.fullmatch(name))


def _like(name: str, *, folder: bool) -> str:
    """Return a hint with the right name that is most like a wrong one."""
    stem, dot, suffix = name.lstrip(".").rpartition(".")
    parts = [name] if folder or not dot else [stem, suffix]
    right = [plain(part) for part in parts]
    return f"name it {'.'.join(right)}" if all(right) else "choose another name"
