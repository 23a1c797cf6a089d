"""An extension of Markdown that shows consoles: what is typed, what is printed, and whether the tests run it."""

from collections.abc import Sequence
from html import escape
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from pymdownx.superfences import SuperFencesCodeExtension

from macros.pages.console import LANGUAGE, MORE, PROMPT, commands


class ConsoleFence(Extension):
    """Reads ``run`` and ``skip`` behind the language; what else stands there, ``make check`` tells.

    A generator without hooks shows the same text as any code.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - its name in Python-Markdown
        """Add the fence to those that are known."""
        for extension in md.registeredExtensions:
            if isinstance(extension, SuperFencesCodeExtension):
                extension.extend_super_fences(LANGUAGE, _shown, _read, None)


def _read(_language: str, inputs: dict[str, str], options: dict[str, str], _attributes: Any, _markdown: Any) -> bool:
    """Keep what is said of a console."""
    options.update({key: inputs[key] for key in ("run", "skip") if key in inputs})
    return True


def _shown(src: str, options: dict[str, str], **_: Any) -> str:
    """Return a console as HTML; what is said of it in words comes where the language is known."""
    lines = src.split("\n")
    found = commands(lines)
    above = [line for line in lines[: found[0].line - 1 if found else None] if line.strip()]
    shown = _printed(above) + "".join(_typed(one.text) + _printed(one.expected) for one in found)
    kind = "skip" if options.get("skip") else "run" if options.get("run") else ""
    caption = f'<figcaption class="{kind}">{escape(options.get("skip", ""))}</figcaption>' if kind else ""
    return f'<figure class="console"><pre><code>{shown}</code></pre>{caption}</figure>'


def _typed(text: str) -> str:
    first, *others = _escaped(text).split("\n")
    asked = [(PROMPT, first), *((MORE, line) for line in others)]
    lines = "".join(f'<span class="ask">{_escaped(prompt)}</span>{line}\n' for prompt, line in asked)
    return f'<span class="cmd">{lines}</span>'


def _printed(lines: Sequence[str]) -> str:
    printed = _escaped("".join(f"{line}\n" for line in lines))
    return f'<span class="out">{printed}</span>' if lines else ""


def _escaped(text: str) -> str:
    return escape(text, quote=False)
