"""Compressed copies beside the files of a built site, so that a server has nothing to compress."""

import gzip
from pathlib import Path

import brotli

_TEXT = {".html", ".css", ".js", ".json", ".xml", ".yml", ".csv", ".txt", ".svg", ".py", ".webmanifest"}


def compress(site: Path) -> int:
    """Leave a ``.gz`` and a ``.br`` beside each text file that gets smaller by it; return how many files were read."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix in _TEXT and file.is_file()]
    for file in files:
        content = file.read_bytes()
        for suffix, packed in ((".gz", gzip.compress(content, mtime=0)), (".br", brotli.compress(content))):
            copy = file.with_name(file.name + suffix)
            if len(packed) < len(content):
                copy.write_bytes(packed)
            else:
                copy.unlink(missing_ok=True)
    return len(files)
