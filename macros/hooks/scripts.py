"""The hook that puts together the scripts that no page needs by themselves.

Events: ``on_files``, ``on_env``.
Changes: the scripts among the files, and what templates know of them.
Why here: MkDocs copies each script that the settings name, and a page that may load twenty names twenty.
Gain: for readers; a lesson is 0.3 kB smaller, and its scripts are here with four requests instead of twenty.
"""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Make one script of those without a selector of their own, in their order, with their words before them."""
    from macros.env import read_course  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.html.words import speaking  # noqa: PLC0415
    from macros.outputs.script_words import script_words  # noqa: PLC0415
    from macros.publish.together import TOGETHER, is_alone  # noqa: PLC0415

    named = [str(script) for script in config.extra_javascript]
    # One that is not there is told by the check.
    parts = [files.src_uris[path] for path in named if not is_alone(path, config) and path in files.src_uris]
    for file in parts:
        files.remove(file)
    with speaking(read_course(Path(config.docs_dir)).files.language.value):
        content = script_words() + "".join(file.content_string for file in parts)
    files.append(File.generated(config, TOGETHER, content=content))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - all are passed
    """Give the templates the scripts that pages name."""
    from macros.publish.together import scripts_of  # noqa: PLC0415 - by now the plugin has put the modules in place

    env.globals["scripts"] = scripts_of(config)
    return env
