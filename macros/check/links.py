"""Links: whether those of the pages, of the macros and of what moved lead to something that is there."""

from collections.abc import Iterator

from macros.assembly import addresses
from macros.assembly.course import Course
from macros.assembly.known import WHOLE
from macros.calls import NAMES
from macros.check.anchors import Anchors
from macros.check.targets import Targets, another
from macros.pages import linked
from macros.pages.call import Call, meant
from macros.pages.linked import Link
from macros.pages.page import Page
from macros.pages.written import Written
from macros.reading.problem import MOST_TOLD, ContentError, Problem


def problems(course: Course) -> Iterator[Problem]:
    """Yield macros whose links would lead nowhere, and calls whose anchors would stand twice on a page."""
    found = [(page, call, meant(call, NAMES).name) for page in course.pages for call in page.calls if not call.options]
    for macro, file in WHOLE.items():
        yield from _whole(course, file, macro, [(page, call) for page, call, name in found if name == macro])
    for page in course.pages:
        yield from _twice(page.path, page.calls)
    anchors = Anchors(course)
    yield from _moves(course, anchors)
    targets = Targets(addresses.targets(course.files), anchors.lacks, anchors.of, _moved(course))
    for path, written in course.written.items():
        yield from _taken(written, anchors)
        yield from _dead(path.removeprefix("docs/"), written, targets)


def _whole(course: Course, file: str, macro: str, calls: list[tuple[Page, Call]]) -> Iterator[Problem]:
    """Yield that no page shows the whole of a data file, or each page that shows it after another one."""
    for page, call in calls[1:]:
        if page is not calls[0][0]:
            message = f"{calls[0][0].path} calls '{macro}' already: links to what it shows lead there"
            yield Problem(page.path, call.line, call.column, "", message, "keep one of the two")
    may_be_empty = file == "terms" and not (course.glossary and course.glossary.terms)
    faulty = any(problem.path.endswith(".md") for problem in course.problems)
    if course.files.has(file) and not (calls or may_be_empty or faulty):
        message = f"no page calls '{macro}', to which links to a part of this file lead"
        yield Problem(f"docs/data/{file}.yml", 1, 1, "", message, f"write {{! {macro}() !}} on a page of its own")


def _moves(course: Course, anchors: Anchors) -> Iterator[Problem]:
    """Yield each address that moved to an anchor that its page does not have."""
    if not course.files.moves:
        return
    marks = course.files.moves.marks
    pages = {page.url: page.path.removeprefix("docs/") for page in course.pages}
    for index, move in enumerate(course.files.moves.model.moved):
        _, _, anchor = move.new.partition("#")
        if anchor and move.target in pages and anchors.lacks(pages[move.target], anchor):
            message = f"there is no anchor '#{anchor}' on '{move.target}'"
            hint = another(anchor, anchors.of(pages[move.target]) or ())
            yield marks.problem(("moved", index, "to"), message, hint)


def _moved(course: Course) -> dict[str, str]:
    """Return, by the paths below ``docs`` that they had, those that pages have now."""
    pages = {page.url: page.path.removeprefix("docs/") for page in course.pages}
    moves = course.files.moves.model.moved if course.files.moves else ()
    return {f"{move.old.rstrip('/')}.md": pages[move.target] for move in moves if move.target in pages}


def _taken(written: Written, anchors: Anchors) -> Iterator[Problem]:
    """Yield the headings of a page whose anchor is that of something that one of its calls shows."""
    named = anchors.of_calls(written)
    if not named or "#" not in written.text:
        return
    lines = written.text.split("\n")
    try:
        for anchor in sorted(named & linked.ids(written.text)):
            at = next((n for n, line in enumerate(lines) if "#" in line and anchor in linked.ids(line)), 0)
            message = f"the anchor '{anchor}' stands twice: a call on this page makes it, too"
            yield Problem(written.path, written.first_line + at, 1, "", message, f"name another: {{#the-{anchor}}}")
    except ContentError:
        return  # the settings are told to be faulty


def _dead(page: str, written: Written, targets: Targets) -> Iterator[Problem]:
    """Yield the links of a page that lead nowhere; what Markdown makes of it is looked at only if one could."""
    simple = linked.plain_addresses(written.text)
    if simple is not None and not any(targets.fault(page, Link(one, 0, 0), hints=False) for one in simple):
        return
    try:
        found = linked.addresses(written.text)
    except ContentError:
        return  # the settings are told to be faulty
    wrong = [(tag, one) for tag, one in found if targets.fault(page, Link(one, 0, 0, tag == "img"), hints=False)]
    told = 0
    for link in linked.links(written, wrong):
        if fault := targets.fault(page, link, hints=told < MOST_TOLD):
            told += 1
            yield Problem(written.path, link.line, link.column, "", *fault)


def _twice(path: str, calls: tuple[Call, ...]) -> Iterator[Problem]:
    first: dict[tuple[str, tuple[object, ...]], int] = {}
    for call in calls:
        line = first.setdefault((call.name, call.arguments), call.line)
        if call.name != "cite" and line != call.line:
            message = f"the same call of '{call.name}' stands in line {line} already"
            yield Problem(path, call.line, call.column, "", message, "show it once, and link to it")
