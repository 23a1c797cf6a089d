"""What ended a build, as one line: each way in which MkDocs gives up."""

import logging
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException, PluginError

from macros.preview.build_fault import Logged, below, told
from tests.conftest import ROOT


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: Tea\nplugins:\n  - nowhere\n")
    return file


def caught(settings: Path) -> MkDocsException:
    """Return what MkDocs raises because of its settings."""
    with pytest.raises((Abort, ConfigurationError)) as error:
        load_config(str(settings))
    return error.value


def test_a_faulty_setting_has_its_line_and_what_was_logged(settings: Path) -> None:
    errors = Logged(logging.ERROR)
    logging.getLogger("mkdocs").addHandler(errors)
    error = caught(settings)
    logging.getLogger("mkdocs").removeHandler(errors)

    assert 'mkdocs.yml:2:1: plugins: The "nowhere" plugin is not installed' == told(error, errors.texts, settings)


def test_what_is_no_yaml_has_its_place(settings: Path) -> None:
    settings.write_text("site_name: Tea\ntheme: [\n")

    assert told(caught(settings), [], settings).startswith("mkdocs.yml:3:1: expected the node content")


def test_settings_that_are_gone_are_named(settings: Path) -> None:
    settings.unlink()

    assert told(caught(settings), [], settings).startswith("mkdocs.yml:1:1: Config file ")
    assert "mkdocs.yml:1:1: plugins: so" == told(Abort("no"), ["Config value 'plugins': so"], settings)


def test_what_an_extension_says_of_itself_stays_as_it_is(settings: Path) -> None:
    error = Abort("Aborted with a BuildError!")
    error.__context__ = PluginError("docs/a.md:1:1: so\n  and so")

    assert "docs/a.md:1:1: so and so" == told(error, ["not this"], settings)


def test_an_end_for_which_nothing_was_logged_says_so_itself(settings: Path) -> None:
    assert "Aborted with 1 warnings" == told(Abort("Aborted with 1 warnings"), [], settings)
    assert "a; b" == told(Abort("no"), ["a", "b"], settings)


def leave() -> None:
    raise SystemExit(3)


def test_any_other_end_has_the_place_of_the_code(settings: Path) -> None:
    with pytest.raises(SystemExit) as error:
        leave()

    assert told(error.value, [], settings).startswith("test_build_fault.py:")
    assert told(error.value, [], settings).endswith(": SystemExit: 3")


def test_an_end_while_a_page_is_read_has_its_place_if_the_code_has_none(settings: Path) -> None:
    with pytest.raises(UnicodeDecodeError) as error:
        b"\xff".decode()
    found = told(error.value, ["Error reading page 'a/b.md': so"], settings)

    assert found.startswith("docs/a/b.md:1:1: UnicodeDecodeError: ")


def test_the_lines_that_only_looked_on_are_left_out() -> None:
    with pytest.raises(SystemExit) as error:
        leave()

    assert error.tb == below(error.value, str(ROOT / "nowhere.py")).__traceback__
    assert error.traceback[-1].frame.code.name == "leave"
    assert error.tb.tb_next == below(error.value, __file__).__traceback__


def test_warnings_are_summed_up_in_one_line() -> None:
    warnings, log = Logged(logging.WARNING), logging.getLogger("test of warnings")
    log.addHandler(warnings)

    assert "" == warnings.summary()
    log.warning("a:1:1: one\n    hint: two")
    assert "a:1:1: one hint: two" == warnings.summary()
    log.warning("another")
    log.error("no warning")
    assert "a:1:1: one hint: two (and 1 more: the log has all)" == warnings.summary()
