"""The marks of other tools, which this site shows as they are written, and what to write instead of each."""

import re
from dataclasses import dataclass

from macros.pages.prose import BLANK

_NOTE = """write '!!! note "Title"', and below it the text, each line indented by four spaces"""
_MATHS = "write it in words, as code, or with <sub> and <sup>: x<sup>2</sup>"
_CODE = "put it between backticks, if it is code"
_LINK = "write [text](page.md)"
_MARKDOWN = "write Markdown; CONTRIBUTING.md lists what works, and what a page can call"
_MEANING = "write the term on a line of its own, and below it ':   ' and what it means"
_NUMBERS = "write '1. ' at the beginning of each item"
_TABLE = "write '| a | b |', below it '|---|---|', and each row on a line of its own"
_MENU = "delete it: the menu is made of the headings"
_BODY = rf"(?:\n[ \t]*$|\n(?: {{4}}|{BLANK})[^\n]*)*"
"""What is indented below a line."""

_PICTURE = "put the image beside the page, and write ![What it shows](name.png)"


@dataclass(frozen=True)
class Mark:
    """How a mark looks in the prose of a page, and what to write instead."""

    needle: str
    """A text without which there is no such mark: to seek it takes no time."""
    pattern: re.Pattern[str]
    hint: str
    sure: bool = False
    """Whether it is told wherever it stands, and not only where readers see it: Markdown takes a part of it away."""
    once: bool = False
    """Whether only the first one of a page is told: others follow from it."""
    escapes: bool = False
    """Whether it is sought where escapes and addresses can be seen."""


def _mark(needle: str, pattern: str, hint: str, **options: bool) -> Mark:
    return Mark(needle, re.compile(pattern, re.MULTILINE), hint, **options)


OTHER_TOOLS = (
    _mark("---\n", r"^---[ \t]*\n(?=[\w-]+:)(?:(?:[\w-]+:| +|- )[^\n]*\n)+---[ \t]*$",
          "front matter stands once, at the very top of the file", sure=True),
    _mark("===", r"""^ *={3}[!+]{0,2} *["“'][^\n]*""" + _BODY,
          "there are no tabs: give each a heading of its own, such as '### Linux'"),
    _mark("[!", r"^[> \t]*\[![A-Za-z]+\][+-]?[^\n]*", _NOTE),
    _mark(":::", r"^ *:{3,} *\{?[.\w-][^\n]*(?:\n:[\w-]+:[^\n]*)*", _NOTE),
    _mark("{{", r"\{\{[<%](?!-? */)[^{}\n]*[%>]\}\}", _MARKDOWN),
    _mark("{%", r"^ *\{%-? *(?!end)\w+[^%(\n]*-?%\} *$", _MARKDOWN),
    _mark("$$", r"\$\$(?:(?=[^$]*[\\^=_{<>+*/])[^$]+|[^$\s][^$]*)\$\$", _MATHS),
    _mark("$", r"(?<![\w$\\])\$(?:[A-Za-z]|[\w\\({-][^$\n]*[\\^=<>+*/_{][^$\n]*[\w)}])\$(?![\w$])", _MATHS),
    _mark("\\", r"\\(?:\((?=[^\n]*?(?:\\[a-zA-Z]{2}|[\^=]))[^\n]+?\\\)|\[(?=(?:(?!\n\n).)*?(?:\\[a-zA-Z]{2}|\^))"
          r"(?:(?!\n\n)(?:.|\n))+?\\\])", _MATHS, sure=True, escapes=True),
    _mark("8<", r"^ *;*-{2,}8<-{2,}[^\n]*", "write the text here: a page includes no file"),
    _mark("![[", r"!\[\[[^\[\]\n]+\]\]", _PICTURE),
    _mark("[[", r"\[\[_?(?:TOC|toc)_?\]\]", _MENU),
    _mark("[TOC]", r"\[TOC\]", _MENU),
    _mark("[[", r"(?<!!)\[\[[^\s\[\]][^\[\]\n]*\]\](?!\()", f"{_LINK}; {_CODE}"),
    _mark("{", r"\{::?/?[a-z]\w*[^{}\n]*\}", _MARKDOWN),
    _mark("{", r"\{[#:/@](?:if|else|each|await|then|catch|key|html|debug)\b[^{}\n]*\}", _MARKDOWN),
    _mark("{", r"(?<![{$])\{:?[ \t]*[.#][A-Za-z][^{}\n]*\}(?!\})",
          "write it directly behind a heading, a link or an image, or delete it"),
    _mark("{:", r"\{:[ \t]*[A-Za-z][\w-]*=[^{}\n]*\}", "delete it"),
    _mark("++", r"(?<![\w+{])\+\+[^\W\d_][\w-]*(?:\+[\w-]+)*\+\+(?![\w+])",
          """take the names of keys that are known, such as ++ctrl+enter++, or write them in quotes: ++"Fn"++"""),
    _mark("^[", r"\^\[[^\]\n]+\]", "write [^1] here, and '[^1]: the note' on a line of its own"),
    _mark("~", r"(?<=[\w)])~[\w+-]{1,10}~(?!~)", "write H<sub>2</sub>O"),
    _mark("^", r"(?<=[\w)])\^[\w+-]{1,10}\^", "write x<sup>2</sup>"),
    _mark("^^", r"\^\^[^\s^][^\^\n]*\^\^", "delete the marks: nothing is underlined"),
    _mark("{", r"\{(?:\+\+|--|~~|==|>>)[^{}\n]*?(?:\+\+|--|~~|==|<<)\}",
          "write the text as it shall be: who changed what is kept by Git", sure=True),
    _mark("%%", r"(?<![\w%])%%[^%]+%%(?![\w%])", "delete it: a remark belongs into the pull request"),
    _mark("{/*", r"\{/\*[^\n]*?\*/\}", "delete it: a remark belongs into the pull request", sure=True),
    _mark(".", r"(?<![\w{$\\])\{ ?(?:frontMatter|frontmatter|props|this\.props)\.\w[\w.]*\(?\)? ?\}",
          "write the text itself"),
    _mark("import ", r"^import\s[^\n]*\sfrom\s+['\"][^\n]+", "delete it: a page is no program", once=True),
    _mark("export ", r"^export\s+(?:const|default|function)\b[^\n]*", "delete it: a page is no program"),
    _mark("::", r"^\.\. [\w-]+::[^\n]*", _NOTE),
    _mark(":", r"(?<![\w:])(?:\{[a-z][\w:+-]*\}|:[a-z][\w:+-]*:)(?=`)", _LINK),
    _mark("}", r"(?<!\S)\{[a-z]+\}(?=`)", _LINK),
    _mark(")=", r"^\([\w-]+\)=$", "write {#my-anchor} at the end of the heading"),
    _mark(":", r"(?<![^\s(\[>*_|])(?::(?:[a-z][a-z0-9_+-]*[a-z0-9]|\+1|-1):)+(?![\w:`])",
          "write the sign itself, such as 🙂, or leave it out"),
    _mark("::", r"(?<![\w:])(?:image|include|video|toc|ifn?def|ifeval|endif)::\S*\[[^\]\n]*\]", _MARKDOWN),
    _mark(":", r"(?<![\w:])(?:link|xref|btn|menu|footnote):[^\s\[\]]*\[[^\]\n]+\]", _LINK),
    _mark("kbd:[", r"(?<!\w)kbd:\[[^\]\n]+\]", "write ++ctrl+c++"),
    _mark("[", r"^\[[#.][A-Za-z][\w.-]*\]$", "delete it; write {#my-anchor} at the end of a heading"),
    _mark("+", r"(?<![\w+])\+[A-Za-z][\w./-]*\+(?![\w+])", _CODE),
    _mark("||", r"(?<![\w|])\|\|[^\s|][^|\n]*\|\|(?![\w|])",
          "write '??? note \"Title\"', and below it the text, each line indented by four spaces"),
    _mark("**", r"^\*{2,5} +[^\s*][^*\n]*$",
          "write '- ' at the beginning of each item, behind four spaces for a list in it"),
    _mark("[", r"^\[(?:source|NOTE|TIP|WARNING|IMPORTANT|CAUTION|quote|verse)\b[^\]\n]*\][ \t]*$"
          r"(?:\n([-=*_])\1{3,}[ \t]*\n(?:[^\n]*\n)*?\1{4,}[ \t]*$)?", _MARKDOWN),
    _mark("==", r"^={1,6} +[^\s=][^\n]*", "write a heading with '##'", sure=True),
    _mark("{", r"^\{(?:code|info|note|warning|tip|panel|noformat|quote|expand|toc)(?::[^}\n]*)?\}", _NOTE),
    _mark("{", r"^\{(?:children|slot|content|body)\}$", _MARKDOWN),
    _mark("h", r"^h[1-6]\. +\S[^\n]*", "write a heading with '##'"),
    _mark("@", r"\[-?@[\w:.-]+(?:[;,][^\]\n]*)?\](?!\()", 'write {! cite("id") !}'),
    _mark("\\", r"^\\(?:newpage|pagebreak|begin|end)\b[^\n]*", "delete it: a page has no pages", escapes=True),
    _mark("†", r"【[^】\n]*†[^】\n]*】", 'write {! cite("id") !}'),
    _mark(":content", r":contentReference\[[^\]\n]*\]\{[^}\n]*\}", 'write {! cite("id") !}'),
    _mark("] ", r"(?<=[-*+] )\[[^\]\s\w]\](?= +\S)", "write '- [ ] ' or '- [x] ' at the beginning of the item"),
    _mark("", r"^ *[☐☑☒] *\S[^\n]*", "write '- [ ] ' or '- [x] ' at the beginning of the item", once=True),
    _mark("^", r"(?<=\S )\^[a-z][\w-]+$", "delete it: a link leads to a heading"),
    _mark(":: ", r"^[A-Za-z](?:[\w -]*\w)?:: \S[^\n]*", _MEANING),
    _mark("% ", r"^% \S[^\n]*", "delete it: a remark belongs into the pull request"),
    _mark("// ", r"^// \S[^\n]*", "delete it: a remark belongs into the pull request"),
    _mark("+++", r"^\+{3,4}(?: *\{[^}\n]*\})? *$", "delete it", once=True),
    _mark("|==", r"^\|={3,} *$", _TABLE, once=True),
    _mark(".", r"^\.[A-Z][^\n]*[^\n.]\n(?=(?:[*.-]+ |\[|\|=|[-=]{4,}$))",
          "write the title as a heading, or as a sentence"),
    _mark("'''", r"^'{3,}$", "write ---"),
    _mark("<", r"^<\d{1,2}> +\S[^\n]*", "say it in the text below the code", once=True),
    _mark(". ", r"^\.{1,5} +\S[^\n]*\n(?=\.{1,5} +\S)", _NUMBERS, once=True),
    _mark(")", r"^ *\d{1,2}\)[ \t]+\S[^\n]*\n(?= *\d{1,2}\)[ \t]+\S)", _NUMBERS, once=True),
    _mark("", r"^ *(?:[•·▪◦‣●○\u2013\u2014]|o\t)[ \t]*\S[^\n]*(?=\n[ \n]*(?:[•·▪◦‣●○\u2013\u2014]|o\t))",
          "write '- ' at the beginning of each item", once=True),
)  # fmt: skip
"""In the order in which they are sought: what one has found, no other one finds again."""

UNFINISHED = (
    _mark("[^", r"\[\^[^\]\s]+\](?!:)", f"write the note on a line of its own, such as '[^1]: the note'; {_CODE}"),
    _mark("][", rf"(?<![\w\]\\])\[[^\[\]\n]*[^\W\d_]{{2}}[^\[\]\n]*\]\[[^\[\]\n{BLANK}]*\]",
          "write its address on a line of its own, such as '[id]: page.md', or [text](page.md)"),
    _mark("] (", r"(?<!\\)\[[^\[\]\n]+\][ \t]+\((?:https?://|[^\s()]+\.md)[^\s()]*\)",
          "write it without a space: [text](page.md)", escapes=True),
    _mark(")[", r"\([^()\n]+\)\[(?:https?://|[^\s\[\]]+\.md)[^\s\[\]]*\]", "write [text](page.md)", escapes=True),
    _mark("**", r"(?<![\w*])\*\*(?:[^\s*][^*\n]*[ \t]\*\*(?!\*)|[ \t][^*\n]*[^\s*]\*\*(?![\w*]))",
          "leave no space between the stars and the words"),
    _mark("#", r"^ {1,3}#{1,6} [^\n]+", "begin a heading at the beginning of the line"),
)  # fmt: skip

_DIAGRAM = 'describe the picture in docs/data/diagrams/, and write {! diagram("name") !}'
DRAWN = {
    **dict.fromkeys(("mermaid", "plantuml", "puml"), _DIAGRAM),
    **dict.fromkeys(("math", "katex"), _MATHS),
    "dataview": _MARKDOWN,
}
"""What other tools draw where it stands in a block of code, and what to write instead."""

ANNOTATED = re.compile(r"(?:#|//|--|;|/\*|<!--)\s*\(\d+\)!\s*(?:\*/|-->)?$")
"""The end of a line of code to which a list below it would be tied."""
