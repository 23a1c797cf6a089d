"""The hook that leads whoever found a mistake to the file in which it stands.

Event: ``on_page_context``.
Changes: the address of the pencil, and what the template knows of the files of a page.
Why here: ``edit_uri_template`` knows the file of the page, and not the data that its calls show.
Gain: no speed; a mistake in a table leads to the table.
"""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_page_context(
    context: TemplateContext,
    page: Page,
    config: MkDocsConfig,
    nav: Navigation,  # noqa: ARG001 - all are passed
) -> TemplateContext:
    """Turn the pencil to the first file of a page, and give the template the addresses of all of them."""
    from macros.assembly.edits import edits  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.env import read_course  # noqa: PLC0415
    from macros.html.words import speaking  # noqa: PLC0415

    course = read_course(Path(config.docs_dir))
    ours = course.page_at(page.url)
    if not page.edit_url or not ours:
        return context
    here, there = f"/{page.file.src_uri}", page.edit_url
    with speaking(course.files.language.value):
        found = [(edit.what, there.replace(here, f"/{edit.path}")) for edit in edits(ours, course)]
    page.edit_url = found[0][1]
    context.update({"edits": found})  # type: ignore[misc]
    return context
