"""The files for GitHub: safe to run for a stranger's pull request, and true about this project."""

import json
import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from report.artefact import NAME
from report.comment import MARK
from report.received import MOST_BYTES
from report.weekly import TITLE

from macros.reading.problem import Problem
from macros.reading.yaml import read_yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(file: Path) -> Any:
    # GitHub's tools write one space before a comment; data files are held to two.
    return read_yaml(re.sub(r"(?<=\S) #", "  #", file.read_text()), file.name).value


def jobs(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(GITHUB / f"workflows/{name}.yml")["jobs"]
    return found


def steps(file: Path) -> list[dict[str, Any]]:
    return [step for job in read(file)["jobs"].values() for step in job["steps"]]


def test_no_workflow_runs_the_code_of_a_stranger_with_rights() -> None:
    triggers = {file.stem: {*read(file)["on"]} for file in WORKFLOWS}

    assert {
        "check": {"pull_request"},
        "closed": {"pull_request_target"},
        "deploy": {"push"},
        "report": {"workflow_run"},
        "weekly": {"schedule", "workflow_dispatch"},
    } == triggers


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_grants_nothing_but_to_single_jobs(file: Path) -> None:
    workflow = read(file)

    assert {} == workflow["permissions"]
    assert [] == [name for name, job in workflow["jobs"].items() if "permissions" not in job]
    assert [] == [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_every_action_is_pinned_by_its_full_hash(file: Path) -> None:
    used = [line.strip().removeprefix("- ") for line in file.read_text().splitlines() if "uses:" in line]

    assert used
    assert [] == [line for line in used if not PINNED.fullmatch(line)]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_expression_reaches_a_shell(file: Path) -> None:
    assert [] == [step["run"] for step in steps(file) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_no_checkout_leaves_its_token_behind(file: Path) -> None:
    checkouts = [step for step in steps(file) if step.get("uses", "").startswith("actions/checkout@")]

    assert [] == [step for step in checkouts if step["with"]["persist-credentials"] is not False]


def test_a_pull_request_gets_neither_secrets_nor_write_access() -> None:
    workflow = read(GITHUB / "workflows/check.yml")
    text = (GITHUB / "workflows/check.yml").read_text()

    assert {"pull_request": None} == workflow["on"]
    assert [{"contents": "read"}] == [job["permissions"] for job in workflow["jobs"].values()]
    assert "secrets" not in text.partition("\n")[2]


def test_the_report_trusts_nothing_but_the_default_branch() -> None:
    report = read(GITHUB / "workflows/report.yml")
    checkouts = [step for step in steps(GITHUB / "workflows/report.yml") if "checkout@" in step.get("uses", "")]

    assert (read(GITHUB / "workflows/check.yml")["name"],) == report["on"]["workflow_run"]["workflows"]
    assert {"${{ github.event.repository.default_branch }}"} == {checkout["with"]["ref"] for checkout in checkouts}
    assert 1 == (GITHUB / "workflows/report.yml").read_text().count("secrets.")


def test_what_runs_when_a_pull_request_closes_takes_nothing_of_it_but_its_number() -> None:
    closed = read(GITHUB / "workflows/closed.yml")
    (checkout,) = (step for step in steps(GITHUB / "workflows/closed.yml") if "uses" in step)
    text = (GITHUB / "workflows/closed.yml").read_text()

    assert {"pull_request_target": {"types": ("closed",)}} == closed["on"]
    assert "${{ github.event.repository.default_branch }}" == checkout["with"]["ref"]
    assert {"github.event.pull_request.number"} == {*re.findall(r"github\.event\.pull_request[.\w]*", text)}
    assert not re.search(r"github\.(head_ref|event\.(?!pull_request\.number|repository\.default_branch))", text)


def previews() -> dict[str, dict[str, Any]]:
    """Return the jobs that change the repository of the previews."""
    found = {f"{file.stem}.{name}": job for file in WORKFLOWS for name, job in jobs(file.stem).items()}
    return {name: job for name, job in found.items() if "secrets." in str(job)}


def test_previews_go_away_when_a_pull_request_closes_and_every_week() -> None:
    assert {"closed.previews", "report.preview", "weekly.previews"} == {*previews()}


def test_who_holds_the_key_of_the_previews_reads_here_and_runs_what_is_on_the_default_branch() -> None:
    for job in previews().values():
        (checkout,) = (step["with"] for step in job["steps"] if "uses" in step)
        (holding,) = (step for step in job["steps"] if "KEY" in step.get("env", {}))

        assert "${{ github.event.repository.default_branch }}" == checkout["ref"]
        assert "preview" == job["environment"]
        assert "vars.PREVIEW_URL != ''" in job["if"]
        assert {"read"} == {*job["permissions"].values()}
        assert re.fullmatch(r'bash \.github/previews( "\$RUNNER_TEMP/site\.zip")?\n?', holding["run"])


@pytest.mark.parametrize("name", ["report", "weekly"])
def test_a_job_that_may_write_runs_no_file_and_no_action(name: str) -> None:
    writing = [job for job in jobs(name).values() if "write" in job["permissions"].values()]

    assert 1 == len(writing)
    assert [["env", "run"]] == [sorted(step) for job in writing for step in job["steps"]]
    assert not re.search(r"python|make|bash|\./|eval", writing[0]["steps"][0]["run"])


def test_the_rights_of_each_job_are_the_least() -> None:
    assert {
        "report.compare": {"contents": "read", "actions": "read", "pull-requests": "read"},
        "report.preview": {"contents": "read", "actions": "read", "pages": "read", "pull-requests": "read"},
        "report.comment": {"pull-requests": "write"},
        "closed.previews": {"contents": "read", "pages": "read", "pull-requests": "read"},
        "weekly.previews": {"contents": "read", "pages": "read", "pull-requests": "read"},
        "weekly.fuzz": {"contents": "read"},
        "weekly.look": {"contents": "read"},
        "weekly.issue": {"issues": "write"},
        "deploy.build": {"contents": "read"},
        "deploy.deploy": {"pages": "write", "id-token": "write"},
        "check.check": {"contents": "read"},
    } == {f"{file.stem}.{name}": job["permissions"] for file in WORKFLOWS for name, job in jobs(file.stem).items()}


def test_the_comment_and_the_issue_are_found_again() -> None:
    assert f'startswith("{MARK}")' in jobs("report")["comment"]["steps"][0]["run"]
    assert f'.title == "{TITLE}"' in jobs("weekly")["issue"]["steps"][0]["run"]


def test_the_issue_of_the_week_tells_how_every_other_job_ended() -> None:
    weekly = jobs("weekly")
    (told,) = (step for step in weekly["look"]["steps"] if step.get("id") == "issue")

    assert {*weekly} - {"look", "issue"} == {*weekly["look"]["needs"]}
    assert "${{ toJSON(needs) }}" == told["env"]["JOBS"]
    # A job that failed or was skipped skips all that depend on it, unless they say otherwise.
    assert "${{ !cancelled() }}" == weekly["look"]["if"]
    assert "${{ !cancelled() && needs.look.result == 'success' }}" == weekly["issue"]["if"]


def test_the_fuzzer_has_the_machine_of_the_checks_and_twice_the_time_that_it_needs() -> None:
    fuzz, check = jobs("weekly")["fuzz"], jobs("check")["check"]

    assert check["runs-on"] == fuzz["runs-on"]
    assert ["make fuzz 2>&1"] == [step["run"].splitlines()[-1] for step in fuzz["steps"] if "run" in step]
    assert "if" not in fuzz
    assert 60 <= fuzz["timeout-minutes"]


STOPPED = re.compile(r'echo "::stop-commands::\$\(openssl rand -hex 16\)"( >&2)?\n(.*)', re.DOTALL)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_what_a_step_prints_of_lessons_and_data_is_shown_and_no_command_to_the_runner(file: Path) -> None:
    printing = [step["run"] for step in steps(file) if re.search(r"make |\.ci/|python", step.get("run", ""))]
    found = [STOPPED.fullmatch(run) for run in printing]

    assert [] == [run for run, match in zip(printing, found, strict=True) if not match]
    for match in filter(None, found):
        # The runner reads both streams, in no certain order: what is printed goes where the stop went, or into a file.
        assert (">&2" in (match[1] or "")) == (" > " in match[2] or ">> " in match[2])
        assert match[1] or " 2>" in match[2]


def test_every_target_module_and_script_that_a_workflow_runs_exists() -> None:
    runs = [step["run"] for file in WORKFLOWS for step in steps(file) if "run" in step]
    runs.append((GITHUB / "previews").read_text())
    targets = {target for run in runs for target in re.findall(r"^\s*make (?:--silent )?(\w+)", run, re.MULTILINE)}
    modules = {name for run in runs for name in re.findall(r" -m ([\w.]+)", run)}
    files = {path for run in runs for path in re.findall(r"[.\w/-]*\.(?:ci|github)/[\w.-]+", run)}

    assert targets <= {*re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)}
    assert {"report", "report.origin", "report.preview", "report.weekly", "macros"} == modules
    assert [] == [name for name in modules if not find_spec(name)]
    assert files
    assert [] == [path for path in files if not (ROOT / path).is_file()]


def test_what_check_leaves_is_what_report_reads() -> None:
    (left,) = (
        step["with"] for step in jobs("check")["check"]["steps"] if step.get("with", {}).get("name") == "summary"
    )
    (fetch,) = (step["run"] for step in jobs("report")["compare"]["steps"] if "/zip" in step.get("run", ""))

    assert NAME == left["path"].rpartition("/")[2]
    assert "artifacts?name=summary" in fetch
    assert f"size_in_bytes < {MOST_BYTES})" in fetch


def test_a_problem_becomes_an_annotation_on_its_line() -> None:
    (matcher,) = json.loads((GITHUB / "course-problems.json").read_text())["problemMatcher"]
    (pattern,) = matcher["pattern"]
    line = str(Problem("docs/data/comparison.yml", 41, 5, "rows[start-up].exeption", "unknown key", "did you mean?"))
    found = re.match(pattern["regexp"], line.splitlines()[0])

    assert found
    assert ("docs/data/comparison.yml", "41", "5", "rows[start-up].exeption: unknown key") == tuple(
        found[pattern[key]] for key in ("file", "line", "column", "message")
    )
    assert not re.match(pattern["regexp"], "    hint: did you mean?")


@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\x0b", "\x1b[2K", "\x85", "\u2028", "\u202e", "\u200b", "\ufeff", "\x7f", "\0"]
)
def test_a_problem_with_what_cannot_be_seen_is_no_annotation(sign: str) -> None:
    (matcher,) = json.loads((GITHUB / "course-problems.json").read_text())["problemMatcher"]
    regexp = matcher["pattern"][0]["regexp"]

    for line in (f"docs/a{sign}b.md:1:1: text", f"docs/a.md:1:1: te{sign}xt", f"docs/a.md:1:1: {sign}"):
        assert not re.search(regexp, line)


def test_the_form_for_a_fact_asks_for_its_source() -> None:
    fields = {field["id"]: field for field in read(GITHUB / "ISSUE_TEMPLATE/fact.yml")["body"]}

    assert fields["source"]["validations"]["required"]


@pytest.mark.parametrize("file", sorted((GITHUB / "ISSUE_TEMPLATE").glob("[!c]*.yml")), ids=lambda file: file.stem)
def test_a_form_has_a_name_a_description_and_fields_with_labels(file: Path) -> None:
    form = read(file)
    assert all(form[key] for key in ("name", "description", "body"))
    fields = [field for field in form["body"] if field["type"] != "markdown"]

    assert [] == [field for field in fields if not field["attributes"]["label"]]


def test_the_template_for_pull_requests_has_three_lines() -> None:
    assert 3 == len((GITHUB / "pull_request_template.md").read_text().splitlines())


def owned() -> list[tuple[str, list[str]]]:
    """Return each pattern of CODEOWNERS, below the root of the project, with its owners."""
    lines = (line.split() for line in (GITHUB / "CODEOWNERS").read_text().splitlines())
    return [(line[0].lstrip("/"), line[1:]) for line in lines if line and line[0] != "#"]


def test_every_owned_path_exists_but_that_of_programs_for_readers_which_not_every_course_has() -> None:
    assert {"docs/lab/"} >= {path for path, _ in owned() if not [*ROOT.glob(path)]}


def test_whoever_changes_a_file_below_docs_or_what_runs_asks_its_owner() -> None:
    folders = (".github", ".ci", "docs", "macros", "overrides", "tests")
    files = [file.relative_to(ROOT).as_posix() for folder in folders for file in (ROOT / folder).rglob("*")]
    new = [
        "docs/new.md",
        "docs/data/pictures/new.svg",
        "docs/CODEOWNERS",
        "docs/.new/new",
        "new.py",
        "requirements-new.txt",
    ]
    without = [
        name
        for name in (*files, *new, *(file.name for file in ROOT.iterdir()))
        # The last pattern that fits counts, and one without an owner would take the owner away.
        if not [owners for path, owners in owned() if fnmatch(name, f"{path}*" if path.endswith("/") else path)][-1]
    ]

    assert [] == without
    assert "docs/" in dict(owned())


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", "workflows/*.yml"),
        ("dependabot", "dependabot.yml"),
        ("github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-config", "ISSUE_TEMPLATE/config.yml"),
    ],
)
def test_what_github_reads_has_the_form_that_github_asks_for(schema: str, files: str) -> None:
    found = sorted(map(str, GITHUB.glob(files)))
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *found]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert found
    assert 0 == done.returncode, done.stdout


def scripts() -> list[str]:
    """Return every script: that of CI, and those in the workflows as the runner starts them."""
    inline = [step["run"] for file in WORKFLOWS for step in steps(file) if "run" in step]
    return [
        (ROOT / ".ci/run").read_text(),
        (GITHUB / "previews").read_text(),
        *(f"#!/bin/bash\nset -eo pipefail\n{run}\n" for run in inline),
    ]


@pytest.mark.parametrize("script", scripts())
def test_shellcheck_finds_nothing(script: str) -> None:
    shellcheck = shutil.which("shellcheck")
    if not shellcheck:
        message = "shellcheck is not installed"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    done = subprocess.run([shellcheck, "-"], input=script, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stdout


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))

    assert zizmor
    done = subprocess.run(
        [zizmor, "--offline", "--persona=pedantic", "--no-progress", str(GITHUB)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stdout
