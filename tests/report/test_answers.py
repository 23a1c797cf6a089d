"""The scripts of the workflows as the runner starts them, with any answer of GitHub: none is taken on trust."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import lacking
from tests.report.test_archive import archive
from tests.report.test_workflows import GITHUB, ROOT, jobs

GH = """
import json, os, subprocess, sys
arguments = sys.argv[2:]
options = dict(zip(arguments, arguments[1:]))
address = next(word for word in arguments if word.startswith("repos/"))
method = options.get("-X", "GET")
if method != "GET":
    sent = sys.stdin.read() if "--input" in options else ""
    with open(os.environ["WRITTEN"], "a") as file:
        print(method, address, sent, *[word for word in arguments if word.startswith("state=")], file=file)
    sys.exit()
known = json.loads(os.environ["ANSWERS"])
answer = next((known[part] for part in known if part in address), None)
if answer is None:
    sys.exit("gh: Not Found (HTTP 404)")
if address.endswith("/zip"):
    sys.stdout.buffer.write(open(answer, "rb").read())
elif "--jq" in options:
    found = subprocess.run(["jq", "-r", options["--jq"]], input=json.dumps(answer), capture_output=True, text=True)
    # Where jq prints null, gh prints an empty line.
    sys.stdout.write("".join("\\n" if line == "null\\n" else line for line in found.stdout.splitlines(keepends=True)))
    sys.stderr.write(found.stderr)
    sys.exit(bool(found.returncode))
"""
"""What stands for the command gh: it answers from a list, and keeps what would be written."""
ODD: list[Any] = [None, {}, {"message": "Not Found"}, "none", 1, [None], [1], [[]]]
BOT = {"login": "github-actions[bot]"}
COURSE = {"html_url": "https://course.example/"}
OPEN = [{"number": 6}, {"number": 7}]


@dataclass
class Runner:
    """A machine that runs the script of a step."""

    folder: Path
    answers: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script, or a file with one, and return how it ended."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "ANSWERS": json.dumps(self.answers),
            "WRITTEN": str(self.folder / "written"),
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "RUNNER_TEMP": str(self.folder),
            "REPOSITORY": "repos/somebody/course",
            "GITHUB_REPOSITORY": "somebody/course",
            "GITHUB_REPOSITORY_OWNER": "somebody",
            **self.settings,
        }
        command = ["bash", "-eo", "pipefail", *([script] if Path(script).is_file() else ["-c", script]), *arguments]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    def written(self, name: str = "written") -> str:
        """Return what stands in a file that a script may write: by default all that was sent to GitHub."""
        file = self.folder / name
        return file.read_text() if file.is_file() else ""


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    if not shutil.which("jq"):
        lacking("jq is not installed, so no answer of GitHub was read: apt-get install jq")
    gh = tmp_path / "bin/gh"
    gh.parent.mkdir()
    # The path of Python may hold a space, which the first line of a script cannot.
    answering = tmp_path / "gh.py"
    answering.write_text(GH)
    gh.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(answering))} "$@"\n')
    gh.chmod(0o755)
    return Runner(tmp_path)


def script(workflow: str, job: str, part: str) -> str:
    """Return the one script of a job that holds a text."""
    (found,) = (step["run"] for step in jobs(workflow)[job]["steps"] if part in step.get("run", ""))
    return str(found)


def stopped(done: subprocess.CompletedProcess[str], message: str) -> bool:
    """Return whether a script ended with one line that says why, and is the runner's to show."""
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("::error::")]
    return done.returncode != 0 and len(lines) == 1 and message in lines[0]


@pytest.mark.parametrize(
    ("answer", "number"),
    [
        ([{"number": 7, "head": {"sha": "a1"}}, {"number": 8, "head": {"sha": "b2"}}], "7"),
        ([{"number": 8, "head": {"sha": "b2"}}], ""),
        ([], ""),
    ],
)
def test_the_number_is_that_of_the_pull_request_at_this_commit(runner: Runner, answer: Any, number: str) -> None:
    runner.answers, runner.settings = {"/pulls": answer}, {"HEAD_SHA": "a1", "BASE": "main", "HEAD": "x:y"}

    assert 0 == runner.run(script("report", "compare", "/pulls")).returncode
    assert f"number={number}\n" == runner.written("output")


@pytest.mark.parametrize(
    "answer",
    [
        *(odd for odd in ODD if odd != [None]),
        *([{"head": {"sha": "a1"}, **entry}] for entry in ({}, {"number": None}, {"number": "7\nx=y"})),
    ],
)
def test_a_pull_request_without_a_number_stops_the_report(runner: Runner, answer: Any) -> None:
    runner.answers, runner.settings = {"/pulls": answer}, {"HEAD_SHA": "a1", "BASE": "main", "HEAD": "x:y"}
    done = runner.run(script("report", "compare", "/pulls"))

    assert stopped(done, "no number of the pull request")
    assert "" == runner.written("output")


@pytest.mark.parametrize(("job", "name"), [("compare", "summary"), ("preview", "site")])
def test_the_newest_artefact_that_is_small_enough_is_fetched(runner: Runner, job: str, name: str) -> None:
    (runner.folder / "sent").write_bytes(b"PK")
    entries = [("1", 10, 1), ("3", 10, 3), ("2", 10, 2), ("4", 10**9, 4)]
    listed = [{"id": int(id_), "size_in_bytes": size, "created_at": f"2026-0{day}-01"} for id_, size, day in entries]
    runner.answers = {"/artifacts?": {"artifacts": listed}, "artifacts/3/zip": str(runner.folder / "sent")}
    runner.settings = {"RUN": "repos/x/runs/1", "ARTEFACTS": "repos/x/artifacts"}

    assert 0 == runner.run(script("report", job, "artifacts?")).returncode
    assert "PK" == runner.written(f"{name}.zip")


def test_without_a_summary_the_comment_says_so_and_without_a_site_there_is_no_preview(runner: Runner) -> None:
    runner.answers = {"/artifacts?": {"artifacts": []}}
    runner.settings = {"RUN": "repos/x/runs/1", "ARTEFACTS": "repos/x/artifacts"}

    assert 0 == runner.run(script("report", "compare", "artifacts?")).returncode
    assert stopped(runner.run(script("report", "preview", "artifacts?")), "no artefact 'site'")
    assert "" == runner.written("summary.zip") + runner.written("site.zip")


@pytest.mark.parametrize(("job", "name"), [("compare", "summary"), ("preview", "site")])
@pytest.mark.parametrize(
    "answer",
    [
        *(odd for odd in ODD if odd is not None),
        *(
            {"artifacts": [{"size_in_bytes": 1, **entry}]}
            for entry in ({}, {"id": None}, {"id": "1; x"}, {"id": "../9"})
        ),
    ],
)
def test_an_artefact_without_an_id_stops_the_job(runner: Runner, job: str, name: str, answer: Any) -> None:
    runner.answers = {"/artifacts?": answer, "/zip": str(runner.folder / "bin/gh")}
    runner.settings = {"RUN": "repos/x/runs/1", "ARTEFACTS": "repos/x/artifacts"}

    assert stopped(runner.run(script("report", job, "artifacts?")), f"no artefact '{name}'")
    assert "" == runner.written(f"{name}.zip")


COMMENT = {"user": BOT, "body": "<!-- course report -->\nx", "id": 5}
ISSUE = {"user": BOT, "title": "Weekly look: links and sources", "number": 5}
WRITERS = {
    "comment": ("report", "/comments", COMMENT, "no id of the comment"),
    "issue": ("weekly", "issues?", ISSUE, "no number of the issue"),
}


@pytest.mark.parametrize("job", WRITERS)
def test_what_is_there_is_written_again_and_what_is_not_is_new(runner: Runner, job: str) -> None:
    workflow, address, entry, _ = WRITERS[job]
    runner.settings = {"NUMBER": "7", "COMMENT": "{}", "ISSUE": "{}"}
    for answer in ([{"user": None, "body": "x"}, entry, {**entry, "id": 9, "number": 9}], [{**entry, "user": None}]):
        runner.answers = {address: answer}

        assert 0 == runner.run(jobs(workflow)[job]["steps"][0]["run"]).returncode
    again, new = runner.written().splitlines()

    assert again.startswith("PATCH repos/somebody/course/issues/")
    assert again.endswith("/5 {}")
    assert new.startswith("POST repos/somebody/course/issues")


def test_the_issue_is_closed_when_all_is_well(runner: Runner) -> None:
    runner.answers, runner.settings = {"issues?": [ISSUE]}, {"ISSUE": ""}

    assert 0 == runner.run(jobs("weekly")["issue"]["steps"][0]["run"]).returncode
    assert "PATCH repos/somebody/course/issues/5  state=closed\n" == runner.written()


@pytest.mark.parametrize("job", WRITERS)
@pytest.mark.parametrize("number", [None, "", "5\n6", "5 -X DELETE", {}, True, -5])
def test_an_answer_without_an_id_stops_and_nothing_is_written(runner: Runner, job: str, number: Any) -> None:
    workflow, address, entry, message = WRITERS[job]
    runner.answers = {address: [{**entry, "id": number, "number": number}]}
    runner.settings = {"NUMBER": "7", "COMMENT": "{}", "ISSUE": "{}"}

    assert stopped(runner.run(jobs(workflow)[job]["steps"][0]["run"]), message)
    assert "" == runner.written()


@pytest.mark.parametrize("job", WRITERS)
@pytest.mark.parametrize("answer", [odd for odd in ODD if odd not in ({}, [None])])
def test_an_answer_that_is_no_list_stops_and_nothing_is_written(runner: Runner, job: str, answer: Any) -> None:
    workflow, address, _, message = WRITERS[job]
    runner.answers = {address: answer}
    runner.settings = {"NUMBER": "7", "COMMENT": "{}", "ISSUE": "{}"}

    assert stopped(runner.run(jobs(workflow)[job]["steps"][0]["run"]), message)
    assert "" == runner.written()


def git(folder: Path, *arguments: str) -> str:
    command = [str(shutil.which("git")), "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def previews(runner: Runner) -> Runner:
    """Return a machine that knows a repository of previews."""
    git(runner.folder, "init", "--quiet", "--bare", "--initial-branch=main", "bare")
    git(runner.folder, "clone", "--quiet", "bare", "start")
    for name in ("5/index.html", "6/index.html", "robots.txt"):
        (runner.folder / "start" / name).parent.mkdir(parents=True, exist_ok=True)
        (runner.folder / "start" / name).write_text("")
    git(runner.folder / "start", "add", ".")
    git(runner.folder / "start", "commit", "--quiet", "-m", "Start")
    git(runner.folder / "start", "push", "--quiet", "origin", "HEAD:main")
    runner.answers = {"/pages": COURSE, "/pulls?": OPEN}
    runner.settings = {
        "KEY": "key",
        "PREVIEW_URL": "https://previews.example/",
        "PREVIEW_REPOSITORY": "somebody-else/previews",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{runner.folder / 'bare'}.insteadOf",
        "GIT_CONFIG_VALUE_0": "git@github.com:somebody-else/previews.git",
    }
    return runner


SCRIPT = str(GITHUB / "previews")


def published(runner: Runner) -> list[str]:
    return git(runner.folder / "bare", "ls-tree", "-r", "--name-only", "main").splitlines()


def test_a_preview_is_published_and_those_of_closed_pull_requests_go_away(previews: Runner) -> None:
    previews.settings["NUMBER"] = "7"
    done = previews.run(SCRIPT, str(archive(previews.folder, "index.html", "a.js")))

    assert 0 == done.returncode, done.stderr
    assert [".nojekyll", "6/index.html", "7/index.html", "robots.txt"] == published(previews)
    assert not (previews.folder / "key").exists()


def test_a_pull_request_that_closes_loses_its_preview_even_while_github_lists_it(previews: Runner) -> None:
    previews.settings["CLOSED"] = "6"

    assert 0 == previews.run(SCRIPT).returncode
    assert [".nojekyll", "robots.txt"] == published(previews)


def test_the_weekly_look_removes_what_was_missed_and_commits_nothing_without_need(previews: Runner) -> None:
    assert 0 == previews.run(SCRIPT).returncode
    assert 0 == previews.run(SCRIPT).returncode
    assert [".nojekyll", "6/index.html", "robots.txt"] == published(previews)
    assert "2\n" == git(previews.folder / "bare", "rev-list", "--count", "main")


def test_what_another_run_pushed_meanwhile_stays(previews: Runner) -> None:
    push = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
    hook = previews.folder / "bare/hooks/pre-receive"
    # The first push meets a hook that lets another one in before it.
    hook.write_text(
        f"#!/bin/sh\nunset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES\n"
        f"rm {hook}\ncd {previews.folder / 'start'} && mkdir 70 && touch 70/other && git add . &&"
        f" {' '.join(push)} commit -qm Other && git push -q origin HEAD:main\n"
    )
    hook.chmod(0o755)
    previews.answers["/pulls?"] = [*OPEN, {"number": 70}]
    previews.settings["NUMBER"] = "7"
    done = previews.run(SCRIPT, str(archive(previews.folder, "index.html")))

    assert 0 == done.returncode, done.stderr
    assert [".nojekyll", "6/index.html", "7/index.html", "70/other", "robots.txt"] == published(previews)


@pytest.mark.parametrize(
    "answer", [*ODD, [{}], [{"number": None}], [{"number": 6}, {"number": "6\n7"}], [{"number": -1}]]
)
def test_a_list_of_open_pull_requests_that_is_none_changes_no_preview(previews: Runner, answer: Any) -> None:
    previews.answers["/pulls?"] = answer
    previews.settings["NUMBER"] = "6"

    assert stopped(previews.run(SCRIPT, str(archive(previews.folder, "index.html"))), "changed")
    assert ["5/index.html", "6/index.html", "robots.txt"] == published(previews)


@pytest.mark.parametrize(
    "answer", [None, {}, {"html_url": None}, {"html_url": "https://previews.example/kurs/"}, [], 1]
)
def test_without_knowing_where_the_course_stands_no_preview_is_changed(previews: Runner, answer: Any) -> None:
    previews.answers["/pages"] = answer

    assert stopped(previews.run(SCRIPT), "no preview was changed")
    assert ["5/index.html", "6/index.html", "robots.txt"] == published(previews)


@pytest.mark.parametrize("course", ["https://previews.example/", "https://course.previews.example/"])
def test_where_maintainers_publish_the_course_elsewhere_counts_too(previews: Runner, course: str) -> None:
    previews.settings["SITE_URL"] = course

    assert stopped(previews.run(SCRIPT), "another host")
    assert ["5/index.html", "6/index.html", "robots.txt"] == published(previews)


def test_a_site_that_is_refused_leaves_every_preview_as_it_was(previews: Runner) -> None:
    previews.settings["NUMBER"] = "6"

    assert stopped(previews.run(SCRIPT, str(archive(previews.folder, "../a.html"))), "nothing was changed")
    assert ["5/index.html", "6/index.html", "robots.txt"] == published(previews)
