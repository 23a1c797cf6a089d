"""Starlight as it comes, with the same pages."""

import json
import shutil
from pathlib import Path

from macros.pages.page import Page
from tests.bench.lessons import TITLE, pages, with_addresses
from tests.bench.rivals.drawing import stylesheet
from tests.bench.tools import ROOT, find, installed, node_first, run

ICON = ROOT / "overrides/.icons/course/logo.svg"

_SETTINGS = """\
import starlight from '@astrojs/starlight';
import {{ defineConfig }} from 'astro/config';

export default defineConfig({{
  site: {address},
  outDir: {site},
  trailingSlash: 'always',
  integrations: [starlight({{ title: {title}, customCss: ['./src/article.css'] }})],
}});
"""
_COLLECTION = """\
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def build(site: Path, address: str, work: Path) -> None:
    """Build the lessons with the framework's own settings into a folder."""
    tools = node_first(installed("lighthouse", work))
    project = installed("starlight", work)
    content = project / "src" / "content" / "docs"
    shutil.rmtree(project / "src", ignore_errors=True)
    for page, text in pages(ROOT / "docs"):
        # JSON is YAML, too.
        about = json.dumps(_front_matter(page))
        file = content / Path(page.path).relative_to("docs")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{about}\n---\n{with_addresses(text, page)}", encoding="utf-8")
    (project / "src" / "article.css").write_text(stylesheet(), encoding="utf-8")
    (project / "src" / "content.config.ts").write_text(_COLLECTION, encoding="utf-8")
    (project / "public").mkdir(exist_ok=True)
    shutil.copy(ICON, project / "public" / "favicon.svg")
    settings = _SETTINGS.format(
        title=json.dumps(TITLE), address=json.dumps(address), site=json.dumps(str(site.resolve()))
    )
    (project / "astro.config.mjs").write_text(settings, encoding="utf-8")
    npx = find("npx", hint="install Node 20 or newer, which brings it")
    run([npx, "--no-install", "astro", "build"], project, 300, {**tools, "ASTRO_TELEMETRY_DISABLED": "1"})


def _front_matter(page: Page) -> dict[str, object]:
    return {"title": page.front_matter.title, "description": page.front_matter.description}
