"""The guide for contributors of a new project: CONTRIBUTING.md of the engine, with examples of the new course."""

import re
from collections.abc import Mapping

_SECTION = re.compile(r"^## (.+)\n", re.MULTILINE)
_BLOCK = re.compile(r"^```\w+\n.*?^```$", re.DOTALL | re.MULTILINE)


def guide(text: str, examples: str) -> str:
    """Return the guide with other examples: those of the same headings, in the place of the first block below each.

    Raises ValueError when a heading, or a block below it, is not there.
    """
    if empty := [heading for heading, section in _sections(examples)[1:] if not _BLOCK.search(section)]:
        raise ValueError(f"examples.md: has no block that ends below {', '.join(empty)}")
    others = {heading: block for heading, section in _sections(examples) for block in _BLOCK.findall(section)[:1]}
    if strange := others.keys() - {heading for heading, section in _sections(text) if _BLOCK.search(section)}:
        raise ValueError(f"CONTRIBUTING.md: has no example below {', '.join(sorted(strange))}")
    return "".join(_exchanged(heading, section, others) for heading, section in _sections(text))


def _sections(text: str) -> list[tuple[str, str]]:
    """Return the headings of a text, each with all from it up to the next; what stands above the first has none."""
    starts = [(match[1], match.start()) for match in _SECTION.finditer(text)]
    ends = [*(start for _, start in starts), len(text)]
    return [
        ("", text[: ends[0]]),
        *((head, text[start:end]) for (head, start), end in zip(starts, ends[1:], strict=True)),
    ]


def _exchanged(heading: str, section: str, others: Mapping[str, str]) -> str:
    return _BLOCK.sub(lambda block: others.get(heading, block[0]), section, count=1)
