"""Which scripts pages name, and which are put together."""

from mkdocs.config import load_config

from macros.publish.together import TOGETHER, divided
from tests.conftest import ROOT


def test_a_script_with_a_selector_is_loaded_by_itself_and_all_others_together() -> None:
    extra = {"at_once": {"b.js": "[data-b]"}, "where_needed": {"c.js": "[data-c]"}}

    assert (["b.js", "c.js", TOGETHER], ["a.js", "d.js"]) == divided(["a.js", "b.js", "c.js", "d.js"], extra)


def test_settings_that_name_no_script_by_itself_have_one_for_all() -> None:
    assert ([TOGETHER], ["a.js"]) == divided(["a.js"], {})


def test_no_script_has_a_selector_that_the_settings_do_not_load() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    alone = {*config.extra["at_once"], *config.extra["where_needed"]}

    assert alone <= {str(script) for script in config.extra_javascript}
