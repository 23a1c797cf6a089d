"""The hook that adds files that are made, not written."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the comparison, its sources and the diagrams as files, but for what is faulty."""
    if "macros.env" not in sys.modules:
        return files
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.kept import FOLDER  # noqa: PLC0415
    from macros.made import kept_drawings, made  # noqa: PLC0415

    docs = Path(config.docs_dir)
    with kept_drawings(FOLDER / "drawings") as to_files:
        for path, content in made(read_course(docs), docs, to_files).items():
            files.append(File.generated(config, path, content=content))
    return files
