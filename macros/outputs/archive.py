"""An archive of files, the same bytes whenever and wherever it is made."""

from collections.abc import Collection, Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo


def archive(files: Iterable[tuple[str, str | bytes]], packing: int = ZIP_STORED, stored: Collection[str] = ()) -> bytes:
    """Return a ZIP of files with their names, without dates.

    Unless asked for, nothing is compressed: pictures are already, and each version of zlib would make other bytes of
    the rest. Those that are named as stored never are.
    """
    written = BytesIO()
    with ZipFile(written, "w") as whole:
        for name, content in files:
            entry = ZipInfo(name)
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, packing
            if name in stored:
                entry.compress_type = ZIP_STORED
            whole.writestr(entry, content)
    return written.getvalue()
