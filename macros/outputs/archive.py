"""An archive of files, the same bytes whenever and wherever it is made."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of files by their names, without dates.

    Nothing is compressed: pictures are already, and each version of zlib would make other bytes of the rest.
    """
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as whole:
        for name, content in files.items():
            entry = ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            whole.writestr(entry, content)
    return written.getvalue()
