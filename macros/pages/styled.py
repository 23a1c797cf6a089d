"""What of a page is styled by a stylesheet apart, which few pages need."""

import re
from collections.abc import Iterable

from macros.pages.call import Call

_STYLED = re.compile(
    r"<(?:abbr|blockquote|del|details|dl|figure(?! class=\"console)|h[456]|hr|img|mark|su[bp]|table)\b"
    r"|class=\"(?:aside|button|code__|footnotes|keyboard|tasks)"
)
_CALLS = {
    *("bibliography", "chart", "citation", "comparison", "decision", "glossary", "keys"),
    *("measured_chart", "measurements", "own_run", "reading_times", "row"),
    *("memory", "missed", "objectives", "review", "sheet"),
}
"""What ``docs/assets/blocks.css`` is for, and calls that show such: of the key differences alone, the first has all."""


def needs_styles(html: str, calls: Iterable[Call] = ()) -> bool:
    """Tell whether a finished page holds, or calls for, what only ``docs/assets/blocks.css`` styles."""
    return bool(_STYLED.search(html)) or any(call.name in _CALLS and not call.options.get("key") for call in calls)
