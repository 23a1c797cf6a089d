"""The vocabulary of pages: the tags, attributes and classes that may stand in the author's part of one."""

TAGS: dict[str, set[str]] = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "details": {"open"},
    "img": {"alt", "src", "title", "width"},
    "input": {"checked", "disabled", "type"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
    **{
        tag: set()
        for tag in (
            "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
            "h4", "h5", "h6", "hr", "kbd", "li", "mark", "p", "pre", "span", "strong", "sub", "summary", "sup", "table",
            "tbody", "thead", "tr", "ul", "wbr",
        )
    },
}  # fmt: skip
"""What Markdown makes with the site's extensions, and the few tags that authors write; with their attributes."""

TYPED = {"abbr", "br", "kbd", "sub", "sup", "wbr"}
"""The tags that an author may write: Markdown makes all others."""

EVERYWHERE = {"class", "id"}
"""The attributes of any tag."""

KINDS = ("note", "tip", "example", "warning", "danger")
"""Of notes that stand apart from the text: what ``!!!``, ``???`` and ``///`` may be followed by."""

CLASSES: dict[str, set[str]] = {
    "a": {"start", "button", "headerlink", "footnote-ref", "footnote-backref"},
    "details": {*KINDS},
    "div": {"admonition", *KINDS, "footnote", "highlight", "linenodiv"},
    "figcaption": {"run", "skip"},
    "figure": {"console"},
    "h2": {"screen"},
    "li": {"task-list-item"},
    "p": {"admonition-title"},
    "span": {"filename", "keys", "normal", "special"},
    "td": {"code", "linenos"},
    "ul": {"task-list"},
}
"""By the tags that may have them."""
