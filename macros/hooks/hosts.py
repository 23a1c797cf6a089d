"""The hook that says to hosts what they are to say with each file.

Events: ``on_startup``, ``on_post_build``.
Changes: adds the ``_headers`` file to the finished site.
Why here: it names every file, and has the policy that stands in the pages; the last hook that adds a file comes before.
Gain: no speed; a host that reads it keeps each file for as long as it may, and lets browsers run nothing foreign.
"""

from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError


class _Build:
    """What the hook remembers between its events."""

    serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - given
    """Note whether pages are looked at while they are written, or published."""
    _Build.serving = command == "serve"


def on_post_build(config: MkDocsConfig) -> None:
    """Write what hosts that read it say with each file."""
    if _Build.serving:
        return
    from macros.publish.policy import drawing_policy, policy_of  # noqa: PLC0415 - by now the plugin has put them there
    from macros.publish.servers import headers_file  # noqa: PLC0415

    site = Path(config.site_dir)
    drawings = (file.read_text(encoding="utf-8") for file in site.rglob("*.svg"))
    page_policy = policy_of((site / "index.html").read_text(encoding="utf-8"))
    try:
        headers = headers_file(site, page_policy, drawing_policy(drawings))
    except ValueError as error:
        raise PluginError(str(error)) from None
    (site / "_headers").write_text(headers, encoding="utf-8")
