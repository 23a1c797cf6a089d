"""An archive of files, the same bytes whenever and wherever it is made."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo


def archive(files: Iterable[tuple[str, str | bytes]], packing: int = ZIP_STORED) -> bytes:
    """Return a ZIP of files with their names, without dates.

    Unless asked for, nothing is compressed: pictures are already, and each version of zlib would make other bytes of
    the rest.
    """
    written = BytesIO()
    with ZipFile(written, "w") as whole:
        for name, content in files:
            entry = ZipInfo(name)
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, packing
            whole.writestr(entry, content)
    return written.getvalue()
