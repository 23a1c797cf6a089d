"""The paths of a built site: each is an address as it is, and none tells a host what the build did not."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.content.redirects import led_on

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,249}")
"""With room for the endings of compressed copies, in the 255 letters that systems take."""

_HINT = "use letters, digits, hyphens, underscores and dots, and begin with a letter or a digit"

REDIRECTS = "_redirects"
FOR_HOSTS = ("_headers", REDIRECTS)
"""What hosts read and nobody is to see."""

_OTHERS = (".well-known",)


def faults(site: Path) -> Iterator[str]:
    """Yield what is wrong with the names in a built site, and with the redirects that it has for hosts.

    Hosts take some names that begin with an underscore or a dot for settings, or for programs to run.
    """
    for path in sorted(site.rglob("*")):
        name, place = path.name, path.relative_to(site).as_posix()
        if place not in (*FOR_HOSTS, *_OTHERS) and not _NAME.fullmatch(name):
            yield f"{place!r}: not every server takes this name: {_HINT}"
    try:
        redirects(site)
    except ValueError as error:
        yield str(error)


def redirects(site: Path) -> dict[str, str]:
    """Return the new paths by the old ones, as a built site has them for hosts.

    Raises ValueError for rules that the build does not write.
    """
    file = site / REDIRECTS
    return led_on(file.read_bytes().decode(errors="replace")) if file.exists() else {}
