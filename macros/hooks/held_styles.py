"""The hook that lets pages hold the rules that few of them need, such as those of one kind of picture.

Events: ``on_files``, ``on_env``, ``on_page_context``.
Changes: takes the stylesheets that the settings call held out of the files, and gives the templates what they say.
Why here: MkDocs links every stylesheet from every page; one more for some pages would be one more request for these.
Gain: for readers; the first stylesheet of this course is 7.4 kB by brotli instead of 9.0, at no request more.
"""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

_held: dict[str, str] = {}
"""Rules, by what a page has that needs them."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take what is held from the files."""
    from macros.publish.minified import minified  # noqa: PLC0415 - by now the plugin has put the modules in place

    _held.clear()
    for path, mark in config.extra.get("held", {}).items():
        file = files.get_file_from_path(path)
        if not file:
            raise PluginError(f"docs/{path}:1:1: there is no such file, but the settings name it")
        _held[mark] = minified(file.content_string)
        files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - given
    """Let the policy know what pages may hold."""
    env.globals["held_styles"] = [*_held.values()]
    return env


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001 - all are passed
    """Give a page the rules for what Markdown and its macros have made."""
    from macros.pages import stash  # noqa: PLC0415

    made = [page.content or "", *(stash.pages[page.url].html.values() if page.url in stash.pages else ())]
    context.update({"held": [rules for mark, rules in _held.items() if any(mark in html for html in made)]})  # type: ignore[misc]
    return context
