"""The report on a pull request: what it tells, and what a hostile artefact can make of it."""

import ast
import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report import harmless, spelling
from report.__main__ import main
from report.artefact import only_file
from report.changes import Change, changes
from report.comment import MARK, Addresses, comment, refusal
from report.harmless import code
from report.pictures import page
from report.readability import lix
from report.received import MOST_BYTES, Refused, Summary, parse
from report.spelling import misspelt
from report.summary import summary
from report.weekly import TITLE, issue
from report.weekly import main as weekly

from macros.assembly.course import Course
from tests.builders import STYLES, docs_in, project_in

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / ".github/report").glob("*.py"))
RUN, PICTURES, PREVIEW = "https://checks.example/", "https://pictures.example/", "https://previews.example/7/"
AT = Addresses(RUN, PICTURES, PREVIEW)
BASE = Summary({"a.md": 60.0}, {"a.md": 31.0}, {"warmth": "Slow"}, {"tea-time": "10 min"}, {"cup": "<svg/>"}, ())
HOSTILE = [
    "@octocat", "#1", "https://evil.example", "www.evil.example", "<script>x</script>", "<!-- x -->", "<details>",
    "![x](//e.example)", "[x](javascript:alert(1))", "` | @octocat | `", "``", "\\`@octocat", "\\|@octocat", "</code>",
    "\n\n# x\n", "\r- x", "&#64;octocat", "\u2028@octocat", "\u202eabc", "\ud800", "../../etc/passwd", "$(id)", "~~~\n",
    "${{ github.token }}", "::add-mask::x", "\n::error::x", "x\r##[error]y", "\n::set-output name=a::b",
    "\x1b[2K\x1b[31mx", "\x85::error::x", "\0", ":tada:", "x" * 100_000,
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=300), st.text("`|\\@<>[]()!#*_~$\n\r ", max_size=30))
NAMED = st.dictionaries(TEXTS, TEXTS, max_size=40)
SUMMARIES = st.builds(
    Summary,
    st.dictionaries(TEXTS, st.floats(0, 86_400), max_size=40),
    st.dictionaries(TEXTS, st.floats(0, 100), max_size=40),
    NAMED, NAMED, NAMED,
    st.lists(TEXTS, max_size=40).map(tuple),
)  # fmt: skip


def data(**parts: Any) -> bytes:
    """Return a summary as it is sent, with other parts in the place of some."""
    return json.dumps({**asdict(BASE), **parts}).encode()


def archive(folder: Path, *files: tuple[str, bytes], method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(folder / "a.zip", "w", method) as zipped:
        for name, content in files:
            zipped.writestr(name, content)
    return folder / "a.zip"


def leaves(markdown: str) -> list[Token]:
    """Return what Markdown is made of, as GitHub reads it: with tables, and with HTML let through."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    return [leaf for token in tokens for leaf in (token.children or [token])]


def test_a_summary_holds_lessons_rows_figures_diagrams_and_notes(tmp_path: Path) -> None:
    course = Course.read(docs_in(tmp_path))
    found = summary(course, STYLES)

    assert ["colour", "colour, tea", "colour, coffee", "warmth", "warmth, tea", "warmth, coffee"] == [*found["rows"]]
    assert "Green (exception: Black tea.)" == found["rows"]["colour, tea"]
    assert found["figures"]["coffee-time"].startswith("Coffee, in a thin cup: at most 90 s, limit 2019, adam-2020.")
    assert {*found["diagrams"]} > {*course.diagrams}
    assert len(course.lessons) == len(found["lessons"])
    assert parse(json.dumps(found).encode()).rows == found["rows"]


def test_a_note_is_one_line_with_its_hint(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    (docs / "index.md").write_text((docs / "index.md").read_text() + '\n{! diagram("cupp") !}\n')
    notes = summary(Course.read(docs), "")["notes"]

    assert [True] == ["there is no diagram 'cupp' hint: did you mean 'cup'?" in note for note in notes]


def test_the_summary_of_a_course_is_printed_and_accepted(whole: Path) -> None:
    printed = parse(printed_summary(whole))

    assert 2 == len(printed.lessons)
    assert [] == [note for note in printed.notes if not note.startswith("warning: ")]


def printed_summary(project: Path) -> bytes:
    """Return what ``make summary`` prints of a project."""
    command = [sys.executable, "-m", "report.summary"]
    paths = {"PYTHONPATH": str(ROOT / ".github")}
    return subprocess.run(command, cwd=project, env=paths, capture_output=True, check=True).stdout


def test_readability_is_words_a_sentence_and_the_share_of_long_words() -> None:
    assert 3 + 100 / 3 == lix("A short breakfast.\n")
    assert 5 / 3 == lix("## One more\n\nTwo\nof those.\n")
    assert 0 == lix("\n")


def test_a_misspelt_word_is_named_with_its_place(tmp_path: Path) -> None:
    docs = docs_in(tmp_path)
    assert [] == misspelt(docs)
    (docs / "index.md").write_text("Some recieve it.\n")

    assert ["docs/index.md:1: recieve ==> receive"] == misspelt(docs)


def test_words_of_another_language_are_not_misspelt_in_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_in(tmp_path)
    (project / "README.md").write_text("Tee oder Kaffee.\n")

    assert 1 == spelling.main(project)
    assert "README.md:1: oder ==> order" in capsys.readouterr().out
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("language: en", "language: de"))
    assert (0, "") == (spelling.main(project), capsys.readouterr().out)


def test_a_spell_checker_that_is_missing_is_no_good_news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report.spelling.sys.executable", "/bin/false")
    with pytest.raises(RuntimeError):
        misspelt(docs_in(tmp_path))


def test_nothing_is_told_of_what_stays_the_same() -> None:
    text = comment(BASE, BASE, AT)

    assert text.startswith(MARK)
    assert "Lessons, comparison and diagrams stay as they are." in text
    assert RUN in text
    assert "|" not in text


def test_the_comment_tells_what_is_added_changed_and_removed() -> None:
    after = Summary(
        lessons={"a.md": 75.0, "b.md": 61.0, "c.md": 9.0},
        readability={"a.md": 31.0, "b.md": 44.6, "c.md": 20.0},
        rows={"warmth": "Fast"},
        figures={"new": "1 s"},
        diagrams={"cup": "<svg>x</svg>"},
        notes=("x:1",),
    )
    before = replace(BASE, lessons={**BASE.lessons, "c.md": 9.0}, readability={"a.md": 31.0, "c.md": 19.0})
    text = comment(before, after, AT)

    for line in (
        "**Lessons**: 2 before, 3 after.",
        "| all together | 1:09 | 2:25 |  |  |",
        "| `a.md` | 1:00 | 1:15 | 31 | 31 |",
        "| `b.md` |  | 1:01 |  | 45 |",
        "| `c.md` | 0:09 | 0:09 | 19 | 20 |",
        "**Rows of the comparison**: 1 changed",
        "| changed | `warmth` | `Slow` | `Fast` |",
        "**Figures**: 1 added, 1 removed",
        "| removed | `tea-time` | `10 min` |  |",
        "| added | `new` |  | `1 s` |",
        "| changed | `cup` |",
        "- `x:1`",
    ):
        assert line in text.splitlines()
    assert f"]({PICTURES})" in text


def test_a_change_at_the_end_of_a_long_text_is_shown() -> None:
    long = "word " * 100
    before, after = replace(BASE, rows={"a": f"{long}slow"}), replace(BASE, rows={"a": f"{long}fast"})
    text = comment(before, after, AT)

    assert "slow` |" in text
    assert "fast` |" in text


def test_long_lists_are_cut() -> None:
    after = replace(BASE, figures={f"f-{number}": "1 s" for number in range(100)}, notes=("x",) * 100)
    text = comment(BASE, after, AT)

    assert "| and 71 more |  |  |  |" in text
    assert "- and 80 more" in text


def test_a_comment_that_would_be_too_long_for_github_says_so() -> None:
    rows = {f"{number} {'€' * 150}": "€" * 200 for number in range(30)}
    text = comment(BASE, replace(BASE, rows=rows, figures=rows, diagrams=rows), AT)

    assert refusal("it changes too much to be listed", AT) == text


@given(TEXTS)
def test_any_text_in_code_stays_one_piece_of_code(text: str) -> None:
    shown = code(text)
    cells = [
        token.type
        for token in leaves(f"| x | y |\n| --- | --- |\n| {shown} | b |")
        if not token.type.endswith(("open", "close", "inline")) or token.content
    ]

    assert ["text", "text", *(["code_inline"] if shown else []), "text"] == cells
    assert len(shown) <= 162
    assert shown.isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\n::error::b", "a\\n::error::b"), ("a\r##[error]b", "a\\r##[error]b"), ("\x1b[31mred", "\\x1b[31mred"),
        ("a\u2028b", "a\\u2028b"), ("\u202eabc", "\\u202eabc"), ("a\u200bb", "a\\u200bb"), ("\ud800", "\\ud800"),
        ("\0", "\\x00"), ("1.09\xa0 s", "1.09 s"), ("", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_shown_as_its_escape_on_one_line(text: str, shown: str) -> None:
    assert shown == harmless.line(text)


@given(TEXTS)
def test_no_line_of_the_comment_is_a_workflow_command(text: str) -> None:
    told = comment(BASE, Summary({text: 1.0}, {text: 1.0}, {text: text}, {text: text}, {text: text}, (text,)), AT)

    assert [] == [written for written in told.splitlines() if written.lstrip().startswith(("::", "##["))]
    assert told.replace("\n", "").isprintable()


@given(SUMMARIES, SUMMARIES)
def test_no_summary_brings_links_pictures_or_html_into_the_comment(base: Summary, pull: Summary) -> None:
    text = comment(base, pull, AT)
    found = leaves(text)

    assert {RUN, PICTURES, PREVIEW} >= {token.attrs["href"] for token in found if token.type == "link_open"}
    assert [MARK] == [token.content.strip() for token in found if token.type.startswith("html")]
    assert [] == [token for token in found if token.type in {"image", "fence", "code_block", "blockquote_open"}]
    assert [] == [token.content for token in found if token.type == "text" and "@" in token.content]
    assert len(text.encode()) < 62_000


@given(SUMMARIES)
def test_what_was_sent_is_what_is_read_or_is_refused(sent: Summary) -> None:
    try:
        assert sent == parse(json.dumps(asdict(sent)).encode())
    except Refused:
        assert any(len(name) > 200 for part in list(asdict(sent).values())[:5] for name in part)


@pytest.mark.parametrize(
    "sent",
    [
        b"", b"{", b"\xff", b"null", b"[]", b"1", b"{}", b"[" * 100_000, b'{"lessons": {}}',
        data(readability={"a": "31"}), data(readability={"a": -1}), data() + b" " * MOST_BYTES,
        data(more={}), data(lessons=[]), data(lessons={"a": "1"}), data(lessons={"a": True}), data(lessons={"a": -1}),
        data(lessons={"a": 1e300}), data(lessons={"a": float("nan")}), data(lessons={"a": 10**400}),
        data(rows={"a": 1}), data(rows={"a": {"b": "c"}}), data(rows={"a" * 201: "b"}), data(rows={"a": "b" * 200_001}),
        data(notes="a"), data(notes=[1]), data(notes=["a"] * 1001),
        data(diagrams={str(number): "" for number in range(1001)}),
    ],
)  # fmt: skip
def test_a_summary_of_another_shape_is_refused(sent: bytes) -> None:
    with pytest.raises(Refused):
        parse(sent)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_summary_or_refused(sent: bytes) -> None:
    with pytest.raises(Refused):
        parse(sent)


def test_the_one_file_of_an_archive_is_read(tmp_path: Path) -> None:
    assert b"{}" == only_file(archive(tmp_path, ("summary.json", b"{}")))


def test_an_archive_with_anything_else_is_refused(tmp_path: Path) -> None:
    for files in (
        (),
        (("../summary.json", b"{}"),),
        (("/etc/passwd", b""),),
        (("summary.json", b"{}"), ("more", b"")),
        (("summary.json", b"0" * (MOST_BYTES + 1)),),
    ):
        with pytest.raises(Refused):
            only_file(archive(tmp_path, *files))


def test_an_archive_that_is_missing_too_big_or_packed_in_another_way_is_refused(tmp_path: Path) -> None:
    big = tmp_path / "big.zip"
    big.write_bytes(b"0" * (MOST_BYTES + 1))
    for file in (tmp_path / "none.zip", tmp_path, big, archive(tmp_path, ("summary.json", b"{}"), method=ZIP_BZIP2)):
        with pytest.raises(Refused):
            only_file(file)


@given(harm=st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 255)), min_size=1, max_size=4))
def test_a_damaged_archive_is_read_as_it_was_or_refused(
    harm: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = archive(tmp_path_factory.mktemp("damaged"), ("summary.json", data()))
    damaged = bytearray(file.read_bytes())
    for place, value in harm:
        damaged[place % len(damaged)] = value
    file.write_bytes(damaged)

    with suppress(Refused):
        assert data() == only_file(file)


@given(TEXTS, TEXTS, TEXTS)
def test_no_diagram_brings_anything_but_pictures_into_the_page(name: str, before: str, after: str) -> None:
    shown = BeautifulSoup(
        page([Change(name, f"<svg>{before}</svg>", f"</svg><script>{after}</script>")]), "html.parser"
    )

    assert {"html", "meta", "title", "style", "h1", "h2", "section", "figure", "figcaption", "img"} == {
        tag.name for tag in shown.find_all()
    }
    assert [True, True] == [str(tag["src"]).startswith("data:image/svg+xml;base64,") for tag in shown.find_all("img")]
    assert {"alt", "src"} == {key for tag in shown.find_all("img") for key in tag.attrs}


def test_the_name_of_a_diagram_is_one_line() -> None:
    assert "<h2>a\\n\\u202eb, added</h2>\n" in page(changes({}, {"a\n\u202eb": "<svg/>"}))


def test_a_diagram_that_is_new_has_one_picture() -> None:
    assert 1 == page(changes({}, {"cup": "<svg/>"})).count("<img")


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUN_URL", RUN)
    monkeypatch.setenv("REPORT_URL", PICTURES)
    monkeypatch.setenv("PREVIEW_URL", "https://previews.example")
    monkeypatch.setenv("NUMBER", "7")


@pytest.mark.usefixtures("addresses")
def test_the_report_is_one_line_and_a_page_if_a_diagram_changes(tmp_path: Path) -> None:
    (tmp_path / "base.json").write_bytes(data())
    sent = archive(tmp_path, ("summary.json", data(diagrams={"a\ud800": "\ud800"}, rows={"a\nb=c": "\nx=y"})))
    line = main(tmp_path / "base.json", sent, tmp_path / "page.html")

    assert "\n" not in line
    assert ["body"] == [*json.loads(line.removeprefix("comment="))]
    assert f"[read here]({PREVIEW})" in line
    assert 2 == (tmp_path / "page.html").read_text().count("<img")


@pytest.mark.usefixtures("addresses")
def test_a_summary_that_is_refused_gives_a_comment_in_our_own_words(tmp_path: Path) -> None:
    (tmp_path / "base.json").write_bytes(data())
    line = main(tmp_path / "base.json", archive(tmp_path, ("@octocat", b"@octocat")), tmp_path / "page.html")

    assert "octocat" not in line
    assert "There is no summary of this pull request: its archive holds something else" in line
    assert not (tmp_path / "page.html").exists()


def links(**pages: list[str]) -> str:
    failures = {page: [{"url": url, "status": {"text": "404"}} for url in urls] for page, urls in pages.items()}
    return json.dumps({"error_map": failures, "timeout_map": {"late": [{"url": "https://slow.example"}]}})


def test_the_issue_names_old_sources_and_each_broken_link_once() -> None:
    text = issue(
        "warning: docs/data/sources.yml:1:1: x\nother\n", links(b=["https://a.example"], a=["https://a.example"])
    )

    assert "- `warning: docs/data/sources.yml:1:1: x`" in text
    assert "other" not in text
    assert 1 == text.count("- `https://a.example on a`")
    assert 1 == text.count("https://a.example")
    assert "- `https://slow.example on late`" in text


@pytest.mark.parametrize(
    "text",
    [
        "No output. Check pipeline run.", "[]", "{}", "null", "1", "[" * 100_000, '{"error_map": 1}',
        '{"error_map": {"a": 1}}', '{"error_map": {"a": [1]}}', '{"error_map": {"a": [{}]}}',
        '{"error_map": {}, "timeout_map": []}',
    ],
)  # fmt: skip
def test_a_link_checker_without_result_is_not_taken_for_good_news(text: str) -> None:
    assert "the link checker gave no result" in issue("", text)


def test_the_issue_names_each_job_of_the_week_that_did_not_end_well() -> None:
    results = {"fuzz": "failure", "previews": "skipped", "late": "cancelled", "good": "success"}
    jobs = json.dumps({name: {"result": result, "outputs": {}} for name, result in results.items()})
    text = issue("", "", jobs, RUN)

    assert f"**Jobs that did not end well in [this run]({RUN})**\n\n- `fuzz: failure`\n- `late: cancelled`" == text


def test_a_line_below_the_result_does_no_harm() -> None:
    assert "https://a.example" in issue("", links(a=["https://a.example"]) + "\n[Full output](https://b.example)")


@given(TEXTS, TEXTS)
def test_nothing_in_the_issue_comes_to_life(url: str, warning: str) -> None:
    found = leaves(issue(f"warning: {warning}", links(a=[url])))

    assert [] == [token for token in found if token.type in {"link_open", "image"} or token.type.startswith("html")]


def test_the_issue_is_one_line_and_none_when_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUN_URL", RUN)
    monkeypatch.setenv("JOBS", '{"fuzz": {"result": "success", "outputs": {}}}')
    (tmp_path / "warnings").write_text("warning: x\n")
    (tmp_path / "none").write_text("")

    assert "issue=" == weekly(tmp_path / "none", tmp_path / "missing.json")
    assert TITLE == json.loads(weekly(tmp_path / "warnings", tmp_path / "missing.json").removeprefix("issue="))["title"]


def test_what_reads_the_artefact_needs_the_standard_library_only() -> None:
    known = {*sys.stdlib_module_names, "report"}
    imported = {
        (file.stem, name.partition(".")[0])
        for file in MODULES
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }

    assert {("summary", "macros"), ("readability", "macros"), ("spelling", "macros")} == {
        (file, name) for file, name in imported if name not in known
    }


def test_each_module_fits_on_two_screens() -> None:
    assert [] == [file.name for file in MODULES if len(file.read_text().splitlines()) > 150]
