"""A cache of compiled templates on disk: what Jinja makes of their text, kept from one build to the next."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context

from macros.reading import cache


class _Templates(BytecodeCache):
    """One file for each template; Jinja looks at the text that it is of, the seal holds all else that decides."""

    def __init__(self, folder: Path, made_by: str) -> None:
        self._folder = folder
        self._made_by = made_by

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja a compiled template, if it is there and just this one."""
        content = cache.read(self._folder / bucket.key, self._made_from(bucket))
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        cache.write(self._folder / bucket.key, self._made_from(bucket), bucket.bytecode_to_string())

    def _made_from(self, bucket: Bucket) -> str:
        jinja = bucket.environment
        settings = {name: value for name, value in vars(jinja).items() if isinstance(value, str | bool)}
        return f"{self._made_by} {bucket.key} {sorted(settings.items())} {sorted(jinja.extensions)}"


def kept_templates(*packages: str) -> BytecodeCache:
    """Return the cache; packages are those, beside Jinja, that bring templates or filters."""
    return _Templates(cache.FOLDER / "templates", cache.versions("jinja2", "markupsafe", *packages))


def unfolded(work: Callable[[Any], Any]) -> Callable[[Context, Any], Any]:
    """Return a filter that is asked each time.

    What any other filter makes of a constant, Jinja folds into the compiled template: there it would be kept.
    """

    @pass_context
    def asked(_: Context, value: Any) -> Any:
        return work(value)

    return asked
