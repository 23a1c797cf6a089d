"""Transcripts on a page: terminals side by side, each line that matters with what it has to do with others."""

from collections.abc import Sequence
from datetime import date

from macros.content.terminals import marks_of
from macros.content.transcript import Transcript
from macros.html.markup import render
from macros.html.words import day, gettext
from macros.pages.console import MORE, PROMPT
from macros.pages.console_words import words


def transcript(found: Transcript) -> str:
    """Return the terminals of a transcript, each with its commands and what they printed."""
    typed = [
        (
            step.at,
            step.command.strip().split("\n"),
            [(line, marks_of(found, step, line)) for line in found.output(index)],
        )
        for index, step in enumerate(found.steps)
    ]
    terminals = [
        (terminal.name, [(command, lines) for at, command, lines in typed if at == terminal.id])
        for terminal in found.terminals
    ]
    return render(
        "transcript.html.j2",
        found=found,
        terminals=terminals,
        how=recorded_how(found.recorded.day, found.recorded.versions) if found.recorded else "",
        words=words(),
        prompt=PROMPT,
        more=MORE,
    )


def recorded_how(on: date, versions: Sequence[str]) -> str:
    """Return when and with what something was recorded."""
    when, programs = day(on), ", ".join(versions)
    if not programs:
        return gettext("Recorded on %(day)s; the tests record it again.", day=when)
    return gettext("Recorded on %(day)s with %(programs)s; the tests record it again.", day=when, programs=programs)
