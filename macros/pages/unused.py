"""What a page defines and does not use, and links that say nothing."""

import re
from collections.abc import Iterator

from macros.pages.draft import Draft
from macros.pages.faults import Breach
from macros.pages.layout import Kind

_DEFINED = re.compile(r"(\*?)\[(\^?)([^\]]+)\]:")
_MOST = 100
_OF_A_DEFINITION = re.compile(r"^ *(?:\[(?!\^)[^\]\n]+\]:\s*|\*\[[^\]\n]+\]:[^\n]*)\Z", re.MULTILINE)
"""What stands before an address that a page gives a name, or in what an abbreviation means: there is no link there."""

_NEAR = 200
_BARE = re.compile(r"(?<![\w:\[(<\"'`/])https?://\w[\w.-]*\.\w[^\s<>]*(?<![.,;:!?)\]*_'\"])")


def unused(draft: Draft) -> Iterator[Breach]:
    """Yield notes, abbreviations and addresses that no sentence of the page uses."""
    defined = [line for line in draft.lines if line.kind is Kind.DEFINITION]
    for line in defined[:_MOST]:
        match = _DEFINED.match(line.words)
        if not match:
            continue
        abbreviation, note, name = match.groups()
        sought = r"\s+".join(map(re.escape, (note + name).split()))
        pattern = rf"(?<!\w){sought}(?!\w)" if abbreviation else rf"\[{sought}\](?!:)"
        others = "\n".join(one for one in draft.prose.plain_lines if not one.lstrip().startswith(match[0]))
        if not re.search(pattern, others, re.IGNORECASE * (not abbreviation)):
            used = name if abbreviation else f"[{note}{name}]"
            hint = f"write {used} where it belongs, or delete it"
            yield Breach("unused", f"nothing on this page uses '{match[0][:-1]}'", match[0], hint, line.number + 1)


def links(draft: Draft) -> Iterator[Breach]:
    """Yield links without words, or with words that say nothing, and addresses that are no links."""
    for words, address in draft.article.links:
        if not words:
            yield Breach("links", "this link has no words", f"[]({address}", "write [what is there](…)")
        elif re.fullmatch(draft.speech.silent_links, words.strip(".:!… "), re.IGNORECASE):
            message = f"'{words}' does not say where this link leads"
            yield Breach("links", message, f"[{words}", "write [what is there](…)")
    if "://" in draft.prose.text:
        for match in _BARE.finditer(draft.prose.uncoded):
            number, column = draft.prose.place(match.start())
            if _OF_A_DEFINITION.search(draft.prose.uncoded, max(0, match.start() - _NEAR), match.start()):
                continue
            secure = match[0].replace("http://", "https://", 1)
            hint = f"write <{secure}> or [what is there]({secure})"
            yield Breach("links", f"'{match[0]}' is no link", match[0], hint, number + 1, column)
