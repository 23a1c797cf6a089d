"""The comment on a pull request: what it changes for the reader, as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from report.changes import Change, changes
from report.harmless import code
from report.received import Summary

MARK = "<!-- course report -->"
"""The first line, by which the comment is found again."""

_ROWS = 30
_NOTES = 20
_CONTEXT = 60
_MOST_BYTES = 60_000
"""GitHub takes 65,536 characters; and a variable of a shell's environment must hold it."""


@dataclass(frozen=True)
class Addresses:
    """Where the checks ran and left the built site, where the pictures are, and the preview, if there is one."""

    run: str
    pictures: str
    preview: str = ""


def comment(base: Summary, pull: Summary, at: Addresses) -> str:
    """Return the comment for two summaries."""
    parts = [
        _lessons(base, pull),
        _texts("Rows of the comparison", base.rows, pull.rows),
        _texts("Figures", base.figures, pull.figures),
        _diagrams(changes(base.diagrams, pull.diagrams), at.pictures),
        _notes(pull.notes),
    ]
    body = "\n\n".join(part for part in parts if part) or "Lessons, comparison and diagrams stay as they are."
    return _framed(body, at) if len(body.encode()) < _MOST_BYTES else refusal("it changes too much to be listed", at)


def refusal(reason: str, at: Addresses) -> str:
    """Return the comment for a summary that cannot be used."""
    return _framed(f"There is no summary of this pull request: {reason}.", at)


def _framed(body: str, at: Addresses) -> str:
    end = f"If the checks passed, [their run]({at.run}) keeps the built site as the artefact `site`, for 14 days."
    if at.preview:
        end += f"\nIn a few minutes it can be [read here]({at.preview}), without scripts: nobody has reviewed it."
    told = "Compared with `main`. The pull request itself made this summary: it is no proof, and replaces no review."
    return f"{MARK}\n### What changes for the reader\n\n{body}\n\n{end}\n{told}\n"


def _lessons(base: Summary, pull: Summary) -> str:
    """Return lessons whose time or readability changes, with both."""
    before, after = base.lessons, pull.lessons
    names = dict.fromkeys(one.name for one in (*changes(before, after), *changes(base.readability, pull.readability)))
    if not names:
        return ""
    counts = f"**Lessons**: {len(before)} before, {len(after)} after."
    explained = "Time in minutes and seconds; LIX is words a sentence plus the percentage of long words: 40 is easy."
    total = ("all together", _clock(sum(before.values())), _clock(sum(after.values())), "", "")
    rows = [
        (code(name), *(_clock(lessons.get(name)) for lessons in (before, after)),
         *(_whole(summary.readability.get(name)) for summary in (base, pull)))
        for name in names
    ]  # fmt: skip
    head = ("lesson", "time before", "after", "LIX before", "after")
    return f"{counts}\n{explained}\n\n" + _table(head, [total, *rows])


def _whole(number: float | None) -> str:
    return "" if number is None else f"{number:.0f}"


def _clock(seconds: float | None) -> str:
    return "" if seconds is None else f"{int(seconds) // 60}:{int(seconds) % 60:02}"


def _texts(title: str, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    changed = changes(before, after)
    if not changed:
        return ""
    rows = [(one.kind, code(one.name), *_both(one.before or "", one.after or "")) for one in changed]
    return f"**{title}**: {_counts(changed)}\n\n" + _table(("", "name", "before", "after"), rows)


def _both(before: str, after: str) -> tuple[str, str]:
    """Return two texts from a little before the place where they part."""
    same = takewhile(lambda signs: signs[0] == signs[1], zip(before, after, strict=False))
    start = len([*same]) - _CONTEXT
    return (code(f"…{before[start:]}"), code(f"…{after[start:]}")) if start > 0 else (code(before), code(after))


def _diagrams(changed: list[Change[str]], pictures: str) -> str:
    if not changed:
        return ""
    shown = f"A comment cannot hold pictures safely: `diagrams.html` [in this run]({pictures}) shows before and after."
    rows = [(one.kind, code(one.name)) for one in changed]
    return f"**Diagrams**: {_counts(changed)}\n{shown}\n\n" + _table(("", "name"), rows)


def _notes(notes: tuple[str, ...]) -> str:
    if not notes:
        return ""
    more = [f"- and {len(notes) - _NOTES} more"] if len(notes) > _NOTES else []
    return "\n".join(
        ("**Problems, warnings and spelling**", "", *(f"- {code(note, 300)}" for note in notes[:_NOTES]), *more)
    )


def _counts(changed: list[Change[str]]) -> str:
    kinds = [one.kind for one in changed]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("added", "changed", "removed") if kind in kinds)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines: list[Sequence[str]] = [head, ("---",) * len(head), *rows[:_ROWS]]
    if len(rows) > _ROWS:
        lines.append((f"and {len(rows) - _ROWS} more", *[""] * (len(head) - 1)))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
