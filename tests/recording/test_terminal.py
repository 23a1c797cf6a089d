"""A terminal: one shell that is asked one command after another, whatever these do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.recording.terminal import LackingError, Ran, Terminal, TerminalError, lines
from tests.waiting import WAIT, until


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """Return a shell in an empty folder."""
    with Terminal(["bash", "--noprofile", "--norc"], tmp_path, TEA="green") as found:
        yield found


def test_it_keeps_folder_variables_and_functions(terminal: Terminal, tmp_path: Path) -> None:
    for command in ("mkdir shelf; cd shelf", "cups=3", "tea() { echo $TEA $cups; }"):
        assert Ran((), 0) == terminal.run(command, WAIT)

    assert Ran((str(tmp_path / "shelf"), "green 3"), 0) == terminal.run("pwd; tea", WAIT)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("echo a; echo b >&2", Ran(("a", "b"), 0)),
        ("printf 'no end'", Ran(("no end",), 0)),
        ("printf '\\n a \\n\\n\\n'", Ran(("", " a"), 0)),
        ("false", Ran((), 1)),
        ("echo \"it's\" '$HOME' \\\\", Ran(("it's $HOME \\",), 0)),
        ("cat <<END\na\nb\nEND", Ran(("a", "b"), 0)),
        ("cat", Ran((), 0)),
        ('read line; echo "<$line>"', Ran(("<>",), 0)),
        ("printf '\\033[31mred\\033[0m\\r\\n\\ttab\\007'", Ran(("red", "        tab"), 0)),
        ("printf '\\377'", Ran(("\ufffd",), 0)),
        ("echo $COLUMNS $TERM $LC_ALL", Ran(("80 dumb C.UTF-8",), 0)),
    ],
)
def test_what_a_command_prints_is_what_a_reader_sees(terminal: Terminal, command: str, expected: Ran) -> None:
    assert expected == terminal.run(command, WAIT)
    assert Ran(("on",), 0) == terminal.run("echo on", WAIT)


def test_a_command_that_is_no_command_does_not_end_the_others(terminal: Terminal) -> None:
    ran = terminal.run("echo 'a", WAIT)

    assert ran.status
    assert "unexpected EOF" in ran.lines[0]
    assert Ran(("on",), 0) == terminal.run("echo on", WAIT)


def test_what_runs_behind_a_command_does_not_hold_it_up(terminal: Terminal) -> None:
    assert Ran(("on",), 0) == terminal.run(f"sleep {10 * WAIT} & echo on", WAIT)


def test_one_that_does_not_end_is_told_with_what_it_printed(terminal: Terminal) -> None:
    with pytest.raises(TerminalError, match="does not end; so far: a"):
        terminal.run(f"echo a; sleep {10 * WAIT}", 1)


def test_one_that_prints_without_end_is_told(terminal: Terminal) -> None:
    with pytest.raises(TerminalError, match="prints more than"):
        terminal.run("yes", WAIT)


@pytest.mark.parametrize("again", [False, True])
def test_one_that_ends_the_shell_is_told(terminal: Terminal, *, again: bool) -> None:
    with pytest.raises(TerminalError, match="the terminal ended: bye"):
        terminal.run("echo bye; exit", WAIT)
    if again:
        with pytest.raises(TerminalError, match="the terminal ended: bye"):
            terminal.run("echo on", WAIT)


def test_what_a_machine_lacks_for_a_terminal_is_told(tmp_path: Path) -> None:
    with (
        Terminal(["sh", "-c", "echo there is no kettle; exit 77"], tmp_path) as terminal,
        pytest.raises(LackingError, match="there is no kettle"),
    ):
        terminal.run("boil", WAIT)


def test_at_its_end_a_terminal_can_end_what_it_started(tmp_path: Path) -> None:
    with Terminal(["bash", "-c", "bash; echo done >ended"], tmp_path) as terminal:
        terminal.run("true", WAIT)

    assert "done\n" == (tmp_path / "ended").read_text()


def test_so_it_can_when_a_command_does_not_end(tmp_path: Path) -> None:
    program = ["bash", "-c", "trap 'echo done >ended' EXIT; bash"]
    with Terminal(program, tmp_path) as terminal, pytest.raises(TerminalError):
        terminal.run(f"sleep {10 * WAIT}", 1)

    assert "done\n" == (tmp_path / "ended").read_text()


def test_make_that_started_all_says_nothing_to_what_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAKELEVEL", "1")
    (tmp_path / "Makefile").write_text("a:\n\t@echo made\n")
    with Terminal(["bash", "--noprofile", "--norc"], tmp_path) as terminal:
        assert Ran(("made",), 0) == terminal.run("make", WAIT)


def test_what_still_runs_then_is_ended(tmp_path: Path) -> None:
    with Terminal(["bash", "--noprofile", "--norc"], tmp_path) as terminal:
        (number,) = terminal.run(f"sleep {10 * WAIT} & echo $!", WAIT).lines

    assert until(lambda: not Path("/proc", number).exists())


def test_a_text_is_seen_in_lines() -> None:
    assert ("a", "", "b") == lines("a \r\n\r\nb\r\n\r\n")
    assert () == lines("\n")
