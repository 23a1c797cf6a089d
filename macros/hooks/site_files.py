"""The hook by which files become files of the site: those of ``docs`` that were read, and those that are made.

Events: ``on_pre_build``, ``on_files``, ``on_post_build``, ``on_post_template``.
Changes: which files there are, before MkDocs looks for pages among them; afterwards the cache forgets what is no more.
Why here: ``exclude_docs`` names what is left out, and a gate must name what comes in; MkDocs makes no files of data.
Gain: no speed; nothing of ``docs`` is published that was not read.
"""

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

_log = logging.getLogger("mkdocs.course")


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop at a folder that is a link: MkDocs would go through all that it leads to, which may have no end."""
    from macros.reading.invisible import visible  # noqa: PLC0415 - by now the plugin has put the modules in place

    docs = Path(config.docs_dir)
    for path in (docs, *(Path(folder, name) for folder, inner, _ in os.walk(docs) for name in inner)):
        if path.is_symlink():
            place = visible(path.relative_to(docs.parent).as_posix())
            raise PluginError(f"{place}:1:1: is a link to a folder: put the folder itself there")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the gate for files does not know, and add what is made of the data, but for what is faulty."""
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.outputs.generated import kept_drawings, made  # noqa: PLC0415
    from macros.reading.cache import FOLDER  # noqa: PLC0415
    from macros.reading.settings import Site  # noqa: PLC0415

    docs = Path(config.docs_dir)
    course = read_course(docs)
    files = _gated(files, config, {*course.files.published}, {problem.path for problem in course.problems})
    site = Site(config.site_name, config.site_url or "")
    with kept_drawings(FOLDER / "drawings") as to_files:
        for path, content in made(course, docs, site, to_files).items():
            files.append(File.generated(config, path, content=content))
    return files


def on_post_build(config: MkDocsConfig) -> None:  # noqa: ARG001 - all are passed
    """Forget what was kept of drawings and pages that are no more."""
    from macros.diagram import figure  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.pages import inspections  # noqa: PLC0415

    for cache in (figure.cache(), inspections.cache(inspections.PUBLISHED)):
        cache.forget_others()


def on_post_template(output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
    """Write no map of a site that does not know its address: only whole addresses may stand in one."""
    return "" if template_name == "sitemap.xml" and not config.site_url else output_content


def _gated(files: Files, config: MkDocsConfig, published: set[str], told: set[str]) -> Files:
    """Remove each file of ``docs`` that is not to be published; warn of it, unless it is litter or was told."""
    from macros.reading.filenames import above, left_behind  # noqa: PLC0415
    from macros.reading.invisible import visible  # noqa: PLC0415
    from macros.reading.kinds import PUBLISHED  # noqa: PLC0415

    ours = [file for file in files if not file.generated_by and file.src_dir not in config.theme.dirs]
    unknown = [file for file in ours if file.src_uri not in published]
    for file in unknown:
        files.remove(file)
        path = f"docs/{file.src_uri}"
        if not left_behind(file.src_uri) and file.src_uri != PUBLISHED and told.isdisjoint(above(path)):
            _log.warning("%s:1:1: is not published, because it was not read", visible(path))
    if unknown:  # One may have stood in the place of a file of the theme.
        files.add_files_from_theme(config.theme.get_env(), config)
    for file in [file for file in files if file.src_dir in config.theme.dirs and left_behind(file.src_uri)]:
        files.remove(file)
    return files
