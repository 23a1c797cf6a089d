"""The hook that puts the downloads into the site: files that are made, not written, have no other way in."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the comparison and its sources as files, unless one of the two is faulty."""
    from macros.download import contents  # noqa: PLC0415 - by now the macro plugin has put the modules in place
    from macros.env import read_course  # noqa: PLC0415

    course = read_course(Path(config.docs_dir))
    if course.comparison and course.sources:
        for path, text in contents(course.comparison, course.sources).items():
            files.append(File.generated(config, path, content=text))
    return files
