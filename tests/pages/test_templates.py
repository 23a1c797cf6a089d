"""The gate for templates: no text becomes one but calls of known macros, whatever file it came from."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from macros.pages.call_syntax import read_call
from macros.pages.templates import PageTemplates
from tests.builders import project_in

HOSTILE = [
    '{! lipsum.__globals__.os.system("touch x") !}',
    "{! cite.__globals__ !}",
    '{! cite("a").__class__.__mro__ !}',
    '{! cite("a") | attr("__class__") !}',
    '{! cite(*["a"]) !}',
    '{! cite(**{"a": 1}) !}',
    '{! cite(cite("a")) !}',
    '{! cite("a" ~ "b") !}',
    "{! cite(x) !}",
    "{! cite !}",
    '{! "a" !}',
    "{! 7 * 7 !}",
    '{! cite("a") if true !}',
    "{! lipsum() !}",
    "{! range(9) !}",
    "{! self() !}",
    "{! namespace() !}",
    '{! cycler("a") !}',
    "{!# a #!}",
    "<{!##!}script>",
    "{!% set a = 1 %!}",
    "{!% raw %!}a{!% endraw %!}",
    '{!% include "index.md" %!}',
    "{!% import 'a' as b %!}",
    "{!% for a in b %!}{!% endfor %!}",
    "{!% macro a() %!}{!% endmacro %!}",
    '{!- cite("a") !}',
    '{! cite("a") -!}',
    '{!+ cite("a") +!}',
]


def gate() -> PageTemplates:
    made = PageTemplates(["cite"])
    made.globals["cite"] = lambda *names, **options: f"<{names}{options}>"
    return made


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_with_more_than_plain_calls_becomes_no_template(text: str) -> None:
    for way in (gate().from_string, gate().compile, gate().parse):
        with pytest.raises(TemplateSyntaxError):
            way(f"a {text} b")


@given(st.lists(st.sampled_from(["{!", "!}", "%", "#", "-", "cite", "(", ")", '"a"', ".", "|", " ", "\n", "x"])))
def test_whatever_is_let_through_only_calls_known_macros(parts: list[str]) -> None:
    text = "".join(parts)
    templates = gate()
    called: list[str] = []

    def cite(*names: str) -> str:
        called.extend(names or "-")
        return ""

    templates.globals["cite"] = cite
    try:
        shown = templates.from_string(text).render()
    except TemplateSyntaxError:
        return

    assert len(called) >= text.count("{!")
    assert "{!" not in shown


def test_plain_calls_are_rendered_and_what_they_return_is_escaped() -> None:
    text = 'a\n{! cite("b", key=true) !}\n'

    assert "a\n&lt;(&#39;b&#39;,){&#39;key&#39;: True}&gt;\n" == gate().from_string(text).render()
    assert ("cite", ("b",), {"key": True}) == read_call('{! cite("b", key=true) !}')


def test_other_braces_are_text() -> None:
    text = "{{.Names}} {{ .Values.x }} ${{ secrets.A }} {% raw %} {#id} {: .x }"

    assert text == gate().from_string(text).render()


def test_a_name_in_the_page_does_not_take_the_place_of_a_macro() -> None:
    with pytest.raises(TemplateSyntaxError):
        gate().from_string("{! title() !}").render(title=lambda: "called")


def test_the_environment_is_a_sandbox_besides() -> None:
    assert isinstance(gate(), SandboxedEnvironment)


@pytest.mark.parametrize("name", ["evil.md", "evil.markdown", "evil.mkd", "linked/evil.md"])
def test_no_file_makes_the_builder_run_a_command(tmp_path: Path, name: str) -> None:
    project = project_in(tmp_path)
    touched = tmp_path / "touched"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (project / "docs/linked").symlink_to(elsewhere)
    head = "---\ntitle: T\ndescription: D\n---\n"
    (project / "docs" / name).write_text(
        f"{head}{{! lipsum.__globals__.os.system('touch {touched}') !}}\n\n{{! bibliography() !}}\n"
    )
    for command in (["macros"], ["mkdocs", "build"], ["mkdocs", "build", "--strict"]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=project, capture_output=True, text=True, check=False
        )

        assert not touched.exists(), command
        assert f"docs/{name.partition('/')[0]}" in done.stderr, (command, done.stderr)
        assert "Traceback" not in done.stderr, (command, done.stderr)
