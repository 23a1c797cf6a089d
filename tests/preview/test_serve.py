"""``mkdocs serve`` through one faulty save after another: it names each in the page, lives, and heals."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.builders import project_in
from tests.conftest import ROOT
from tests.live import LESSON, SHOWN, TEA, Server, served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with served(project_in(tmp_path_factory.mktemp("course to edit"))) as running:
        yield running


ALERT = 'role="alert"'
CUP = '{! diagram("cup") !}'
FAULTS = [
    (TEA, CUP, '{! diagram("cub") !}', "there is no diagram"),
    (TEA, CUP, '{! diagram("cup")', f"{TEA}:8:1"),
    (TEA, CUP, "{! diagram( !}", f"{TEA}:8:1"),
    (TEA, CUP, "{! 7 * 7 !}<b {! rules() !}>", "only a macro call with plain values"),
    (TEA, CUP, '{! diagran("cup") !}', "there is no macro"),
    (TEA, "Two words.", "It is <b>so</b>.", f"{TEA}:6:7"),
    (TEA, "Two words.", "[Two words](nope.md).", f"{TEA}:6:13"),
    (TEA, "Two words.", "[Two words](../sources.md#eve).", "on docs/sources.md"),
    (TEA, "Two words.", "It takes 3 h.", "no figure says"),
    (TEA, "objectives:", "objektives:", f"{TEA}:4:1"),
    (TEA, "title: Drinks", "title: [Drinks", f"{TEA}:3:"),
    ("docs/data/diagrams/cup.yml", "picture: cup", "pictrue: cup", "docs/data/diagrams/cup.yml:5:7"),
    ("docs/data/diagrams/cup.yml", "scene:", "scene: [", "docs/data/diagrams/cup.yml:"),
    ("docs/data/quizzes/drinks.yml", "right: true", "rihgt: true", "docs/data/quizzes/drinks.yml:7"),
    ("docs/data/pictures/cup.svg", "<rect", "<script", "docs/data/pictures/cup.svg:"),
    ("macros/templates/quiz.html.j2", "{% for", "{% fro", "quiz.html.j2"),
]


@pytest.mark.parametrize(("path", "right", "wrong", "said"), FAULTS)
def test_a_faulty_save_is_named_in_the_page_and_heals(
    server: Server, path: str, right: str, wrong: str, said: str
) -> None:
    file = server.project / path
    text = file.read_text()

    assert right in text
    assert server.shows(LESSON, ALERT, absent=True)
    file.write_text(text.replace(right, wrong, 1))
    named = server.shows(LESSON, said)
    shown = server.page(LESSON)
    file.write_text(text)

    assert named
    assert "Traceback" not in shown
    assert "Macro Syntax Error" not in shown
    assert server.shows(LESSON, ALERT, absent=True)
    assert SHOWN in server.page(LESSON)
    assert "Traceback" not in server.log


OVERLAID = '<article class="md-content__inner md-typeset"><div class="problem" role="alert"><p>'
"""How a page begins as long as the site cannot be built."""

Change = Callable[[Path], None]


def instead(right: str, wrong: str) -> Change:
    """Write something else."""

    def change(file: Path) -> None:
        text = file.read_text()
        if right not in text:
            raise ValueError(right)
        file.write_text(text.replace(right, wrong, 1))

    return change


def first(wrong: str) -> Change:
    """Write something above all else."""

    def change(file: Path) -> None:
        file.write_text(f"{wrong}\n{file.read_text()}")

    return change


def gone(path: Path) -> None:
    """Remove a file, or a folder with all that is in it at once: of one half gone, a build shows what it still can."""
    with TemporaryDirectory() as aside:
        shutil.move(path, f"{aside}/gone")


def link_to_nothing(file: Path) -> None:
    """Put a link that leads nowhere."""
    file.symlink_to("nothing.txt")


def empty(file: Path) -> None:
    """Leave nothing in it."""
    file.write_text("")


def a_folder(file: Path) -> None:
    """Put a folder in its place."""
    file.unlink()
    file.mkdir()


QUIZ, HOOK, DOOR, ENV = "macros/content/quiz.py", "macros/hooks/heads.py", "macros/__init__.py", "macros/env.py"
FIRST_LINE = (ROOT / HOOK).read_text().splitlines().index("from functools import lru_cache") + 1
BODY = "    return output if"
SHOW = "    shown: str = getattr"
HARD_FAULTS: list[tuple[str, Change, str]] = [
    (QUIZ, instead("import", "inport"), f"{QUIZ}:3:"),
    (QUIZ, first("1 / 0"), f"{QUIZ}:1:1: ZeroDivisionError: division by zero"),
    (QUIZ, first("raise SystemExit(3)"), f"{QUIZ}:1:1: SystemExit: 3"),
    ("macros/diagram/text.py", instead("FONT_SIZE = 15", "FONT_SIZE = 1 / 0"), "ZeroDivisionError: division by zero"),
    ("macros/check/problems.py", instead(SHOW, f"    raise SystemExit\n{SHOW}"), "SystemExit"),
    (HOOK, instead("import", "inport"), f"{HOOK}:{FIRST_LINE}:"),
    (HOOK, first("import nowhere"), f"{HOOK}:1:1: ModuleNotFoundError: No module named &#x27;nowhere&#x27;"),
    (HOOK, first("raise SystemExit(3)"), f"{HOOK}:1:1: SystemExit: 3"),
    (HOOK, instead(BODY, f"    raise ValueError('<b>')\n{BODY}"), "ValueError: &lt;b&gt;"),
    (HOOK, instead(BODY, f"    raise SystemExit\n{BODY}"), "SystemExit"),
    (DOOR, instead("import", "inport"), f"{DOOR}:3:"),
    (DOOR, first("import nowhere"), f"{DOOR}:1:1: ModuleNotFoundError: No module named &#x27;nowhere&#x27;"),
    (DOOR, first("raise SystemExit(3)"), f"{DOOR}:1:1: SystemExit: 3"),
    (DOOR, instead("    declare(env)", "    raise KeyError(env)"), "KeyError"),
    (ENV, instead("import", "inport"), f"{ENV}:3:"),
    (ENV, first("raise ImportError('so')"), f"{ENV}:1:1: ImportError: so"),
    ("overrides/main.html", instead("{% block", "{% blokc"), "overrides/main.html:6:1: TemplateSyntaxError"),
    (
        "overrides/main.html",
        instead('og:title" content="{{ title', 'og:title" content="{{ nothing.at.all'),
        "overrides/main.html:21:1: UndefinedError",
    ),
    ("overrides/partials/later.html", gone, "overrides/shell.html:30:1: TemplateNotFound"),
    ("mkdocs.yml", instead("theme:", "theme: ["), "mkdocs.yml:"),
    ("mkdocs.yml", instead("- macros:", "- nowhere:"), "plugins: The &quot;nowhere&quot; plugin is not installed"),
    ("mkdocs.yml", gone, "mkdocs.yml:1:1: Config file &#x27;mkdocs.yml&#x27; does not exist"),
    ("docs/assets/course.css", gone, "docs/assets/course.css:1:1: there is no such file"),
    ("docs/assets/shell.css", gone, "docs/assets/shell.css:1:1: there is no such file"),
    ("docs/assets/steps.js", gone, "docs/assets/steps.js:1:1: there is no such file"),
    ("docs/nowhere.txt", link_to_nothing, "docs/nowhere.txt:1:1: is a link, and links are not followed"),
    ("mkdocs.yml", empty, "mkdocs.yml:1:1: site_name: "),
    ("docs/assets/course.css", a_folder, "docs/assets/course.css:1:1: there is no such file"),
    ("docs", gone, "docs_dir: The path"),
    ("macros", gone, "hooks: "),
    ("overrides", gone, "theme: "),
]


def test_folders_that_another_branch_lacks_may_go_and_come_back_together(server: Server, tmp_path: Path) -> None:
    assert server.shows(LESSON, ALERT, absent=True)
    for name in ("docs", "macros", "overrides", "mkdocs.yml"):
        shutil.move(server.project / name, tmp_path / name)
    named = server.shows(LESSON, OVERLAID)
    for name in ("mkdocs.yml", "overrides", "macros", "docs"):
        shutil.move(tmp_path / name, server.project / name)

    assert named
    assert server.shows(LESSON, ALERT, absent=True)
    for path, right, wrong, page, shown in EDITS:
        with kept(server.project / path, tmp_path / "aside"):
            instead(right, wrong)(server.project / path)

            assert server.shows(page, shown), path


@contextmanager
def kept(path: Path, aside: Path) -> Iterator[None]:
    """Put a file or folder back as it was, as a version control does; what was not there is removed."""
    if path.is_dir():
        shutil.copytree(path, aside)
    elif path.exists():
        shutil.copy2(path, aside)
    yield
    if path.is_symlink() or path.exists():
        gone(path)
    if aside.exists():
        shutil.move(aside, path)


@pytest.mark.parametrize(("path", "change", "said"), HARD_FAULTS)
def test_whatever_ends_a_build_is_named_above_the_last_pages_and_heals(
    server: Server, tmp_path: Path, path: str, change: Change, said: str
) -> None:
    assert server.shows(LESSON, ALERT, absent=True)
    with kept(server.project / path, tmp_path / "aside"):
        change(server.project / path)
        named = server.shows(LESSON, OVERLAID) and server.shows(LESSON, said)
        shown, other, none = server.page(LESSON), server.page(""), server.page("nowhere/")

    assert named
    assert said in shown.partition(OVERLAID)[2].partition("</p>")[0]
    assert SHOWN in shown
    assert [1, 1, 1] == [page.count(ALERT) for page in (shown, other, none)]
    assert server.shows(LESSON, OVERLAID, absent=True)
    assert SHOWN in server.page(LESSON)
    assert "Traceback" not in server.log

    # What is gone may not be followed any more when it is back; else the next fault shows that saves are followed.
    if change in (gone, a_folder, link_to_nothing):
        with kept(server.project / TEA, tmp_path / "lesson"):
            instead("Two words.", "Three new words.")(server.project / TEA)

            assert server.shows(LESSON, "Three new words.")
        # What the next test takes away must not be missed by the build that this begins.
        assert server.shows(LESSON, "Three new words.", absent=True)


LINE = '_BETWEEN_TAGS.sub("><", filled(template, **values))).strip()'
EDITS = [
    (TEA, "Two words.", "Three new words.", LESSON, "Three new words."),
    ("docs/data/diagrams/cup.yml", "Saucer", "Plate", LESSON, ">Plate</text>"),
    ("macros/templates/question.html.j2", "<details", '<details data-new="1"', LESSON, 'data-new="1"'),
    ("macros/html/markup.py", LINE, f'{LINE} + "<hr>"', LESSON, "<hr>"),
    (HOOK, BODY, '    return output + "<hr>" if', LESSON, "<hr>"),
    (DOOR, "    declare(env)", '    declare(env)\n    env.conf["site_name"] = "Door"', LESSON, "<span>Door</span>"),
    ("overrides/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="n">', LESSON, '<meta name="n">'),
    ("docs/assets/course.css", "/* The look", "/* A new look", "assets/course.css", "A new look"),
    ("mkdocs.yml", "site_name: Tea", "site_name: New", LESSON, "New and coffee"),
]


@pytest.mark.parametrize("edit", EDITS, ids=[edit[0] for edit in EDITS])
def test_an_edit_of_anything_shows(server: Server, tmp_path: Path, edit: tuple[str, str, str, str, str]) -> None:
    path, right, wrong, page, shown = edit

    assert server.shows(page, shown, absent=True)
    with kept(server.project / path, tmp_path / "aside"):
        instead(right, wrong)(server.project / path)

        assert server.shows(page, shown)
    assert server.shows(page, shown, absent=True)


def test_what_is_wrong_on_one_page_is_told_there_once_and_above_all_others(server: Server, tmp_path: Path) -> None:
    assert server.shows(LESSON, ALERT, absent=True)
    with kept(server.project / TEA, tmp_path / "lesson"):
        instead("Two words.", "It is <b>so</b>.")(server.project / TEA)

        assert server.shows("", f"{OVERLAID}{TEA}:6:7: &lt;b&gt; may not stand in a page")
        assert OVERLAID not in server.page(LESSON)
        assert 1 == server.page(LESSON).count("may not stand in a page")
    assert server.shows("", ALERT, absent=True)
