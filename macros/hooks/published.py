"""The hook that makes a build fit to be published: hashed names, for each page the stylesheets it needs, a policy.

Events: ``on_startup``, ``on_files``, ``on_env``, ``on_post_build``.
Changes: the scripts and stylesheets among the files, what templates know of them, and the finished pages.
Why here: what pages use is known when all are built; MkDocs gives its files no hashed names, and hosts no headers.
Gain: for readers; with its stylesheets in the cache, a small build takes 0.85 of the processor time without.
"""

import hashlib
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

_NOT_NEEDED = (
    "*.map",
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
    "assets/images/favicon.png",
    "assets/stylesheets/palette.*",
)
"""What the theme brings and no page loads."""

_THEME_STYLES = "assets/stylesheets/main.*.css"
_BLOCKS, _PAPER = "assets/blocks.css", "assets/paper.css"
"""Stylesheets that stand apart: for pages that hold what few do, such as a note, and for questions on paper."""

_MADE = tuple(f"assets/{name}.00000000.css" for name in ("first", "others", "later", "blocks", "paper"))
_OTHERS = _MADE[1]
"""Stylesheets that are made when all pages are there; only then a hash takes the place of the zeros.

Lessons show themselves by the first alone; pages that need what no lesson has load that of the others, too.
"""


class _Build:
    """What the hook remembers between its events."""

    serving = False
    css = ""
    css_apart: tuple[str, ...] = ()
    css_held: tuple[str, ...] = ()
    at_once: tuple[tuple[str, str], ...] = ()
    later: tuple[str, ...] = ()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001, FBT001 - given
    """Note whether pages are looked at while they are written, or published."""
    _Build.serving = command == "serve"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what no page loads, name each script by its content, and take the stylesheets for later."""
    from macros.publish.together import divided  # noqa: PLC0415 - by now the plugin has put the modules in place

    for file in list(files):
        if any(fnmatch(file.src_uri, pattern) for pattern in _NOT_NEEDED):
            files.remove(file)
    if _Build.serving:
        return files
    scripts = [files.src_uris[_found(path, files)] for path in divided(config.extra_javascript, config.extra)[0]]
    styles = [files.src_uris[_found(path, files)] for path in _styles(config)]
    apart = [files.src_uris[_found(path, files)] for path in (_BLOCKS, _PAPER)]
    _Build.css_apart = tuple(file.content_string for file in apart)
    bundle = files.src_uris[_found("assets/javascripts/bundle.*.min.js", files)]
    where = config.extra["at_once"]
    _Build.at_once = tuple((file.content_string, where[file.src_uri]) for file in scripts if file.src_uri in where)
    _Build.later = tuple(file.content_string for file in (*scripts, bundle) if file.src_uri not in where)
    _Build.css = "\n".join(file.content_string for file in styles)
    for file in scripts:
        file.dest_uri = file.url = _hashed(file.src_uri.replace(".js", ".00000000.js"), file.content_string)
    for file in (*styles, *apart):
        files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the templates the names of what pages load, and the policy that allows no more."""
    from macros.html.compiled import unfolded  # noqa: PLC0415 - by now the plugin has put the modules in place
    from macros.publish.policy import flush, policy  # noqa: PLC0415

    env.filters["asset"] = unfolded(lru_cache(maxsize=64)(lambda path: files.src_uris[_found(path, files)].url))
    env.filters["flush"] = unfolded(flush)
    start = flush(Path(str(env.get_template("partials/start.html").filename)).read_text(encoding="utf-8"))
    _Build.css_held = tuple(map(str, env.globals.get("held_styles", ())))  # type: ignore[call-overload]
    env.globals |= {"shell": "shell.html", "policy": policy(start, _Build.css_held)}
    if _Build.serving:
        whole = [_found(path, files) for path in _styles(config)]
        env.globals.update(first_styles=whole, block_styles=_BLOCKS, paper_styles=_PAPER)
    else:
        _Build.at_once += ((start, ""),)
        first, others, later, blocks, paper = _MADE
        env.globals.update(first_styles=[first], other_styles=others, later_styles=[later])
        env.globals.update(block_styles=blocks, paper_styles=paper)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Make the stylesheets from what the pages use, and put their names into the pages."""
    if _Build.serving:
        return
    from macros.env import read_course  # noqa: PLC0415
    from macros.publish.styles import Css, Pages, Script, put_names, stylesheets  # noqa: PLC0415

    site = Path(config.site_dir)
    pages = sorted(site.rglob("*.html"))
    lessons = {site / lesson.url / "index.html" for lesson in read_course(Path(config.docs_dir)).lessons}
    shared = [page for page in pages if page in lessons] or pages
    others = sorted({*pages} - {*shared})
    at_once = [Script(*it) for it in _Build.at_once]
    spoken = " ".join((_Build.css, *(script.where for script in at_once)))
    found = Pages.read(map(_text, shared), map(_text, others), spoken)
    made = stylesheets(Css(_Build.css, _Build.css_apart, _Build.css_held), found, at_once, _Build.later)
    needing = {page for page, needs in zip(others, made.needing, strict=True) if needs}
    hashed = [_hashed(name, css) if css else "" for name, css in zip(_MADE, made.styles, strict=True)]
    names = dict(zip(_MADE, hashed, strict=True))
    loaded = [put_names(page, names, "" if page in needing else _OTHERS) for page in pages]
    needed = set().union(*loaded)
    for name, css in zip(hashed, made.styles, strict=True):
        if name in needed:
            (site / name).write_text(css, encoding="utf-8")


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def _styles(config: MkDocsConfig) -> list[str]:
    """Return the stylesheets of every page: the theme's, and ours but for those that stand apart or in pages."""
    elsewhere = {_BLOCKS, _PAPER, *config.extra.get("held", ())}
    return [_THEME_STYLES, *(path for path in config.extra_css if path not in elsewhere)]


def _found(pattern: str, files: Files) -> str:
    """Return the one file that a pattern stands for: the theme puts hashes into its names."""
    for path in files.src_uris:
        if fnmatch(path, pattern):
            return path
    raise PluginError(f"docs/{pattern}:1:1: there is no such file, but the settings or a template name it")


def _hashed(name: str, content: str) -> str:
    return name.replace("00000000", hashlib.sha256(content.encode()).hexdigest()[:8])
