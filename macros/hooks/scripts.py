"""The hook that puts together the scripts that no page needs by themselves.

Events: ``on_files``, ``on_env``.
Changes: the scripts among the files, and what templates know of them.
Why here: MkDocs copies each script that the settings name, and a page that may load twenty names twenty.
Gain: for readers; a lesson is 0.3 kB smaller, and its scripts are here with four requests instead of twenty.
"""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make one script of those without a selector of their own, in their order, with their words before them."""
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.html.words import speaking  # noqa: PLC0415
    from macros.outputs.script_words import script_words  # noqa: PLC0415
    from macros.publish.together import TOGETHER, divided  # noqa: PLC0415

    with speaking(read_course(Path(config.docs_dir)).files.language.value):
        content = script_words()
    for path in divided(config.extra_javascript, config.extra)[1]:
        if not (file := files.src_uris.get(path)):
            raise PluginError(f"docs/{path}:1:1: there is no such file, but the settings or a template name it")
        content += file.content_string
        files.remove(file)
    files.append(File.generated(config, TOGETHER, content=content))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Give the templates the scripts that pages name."""
    from macros.publish.together import divided  # noqa: PLC0415 - by now the plugin has put the modules in place

    env.globals["scripts"] = divided(config.extra_javascript, config.extra)[0]
    return env
