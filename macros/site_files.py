"""The hook that puts the downloads into the site: files that are made, not written, have no other way in."""

from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


@lru_cache(maxsize=256)
def _png(svg: str) -> bytes:
    """Return a drawing as PNG, remembered here: of all the course's modules, only this one outlives a build."""
    from macros.diagram.standalone import png  # noqa: PLC0415

    return png(svg)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the comparison, its sources and the diagrams as files, but for what is faulty."""
    from macros.diagram.standalone import STYLESHEETS  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.diagram.standalone import files as pictures  # noqa: PLC0415
    from macros.diagram.style import Stylesheet  # noqa: PLC0415
    from macros.download import contents  # noqa: PLC0415
    from macros.env import read_course  # noqa: PLC0415

    docs = Path(config.docs_dir)
    course = read_course(docs)
    made: dict[str, str | bytes] = {}
    if course.comparison and course.sources:
        made.update(contents(course.comparison, course.sources))
    if course.card:
        sheet = Stylesheet.read("".join((docs / path).read_text(encoding="utf-8") for path in STYLESHEETS))
        made.update(pictures(course.diagrams, course.pictograms, sheet, course.card.authors, _png))
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    return files
