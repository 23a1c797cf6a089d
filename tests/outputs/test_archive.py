"""An archive is packed as asked, and has no dates."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from macros.outputs.archive import archive


def test_what_is_named_as_stored_is_never_packed() -> None:
    with ZipFile(BytesIO(archive([("kind", "tea"), ("page", "tea")], ZIP_DEFLATED, {"kind"}))) as found:
        packed = {entry.filename: entry.compress_type for entry in found.infolist()}

    assert {"kind": ZIP_STORED, "page": ZIP_DEFLATED} == packed


def test_the_same_files_make_the_same_bytes() -> None:
    assert archive([("page", "tea")], ZIP_DEFLATED) == archive([("page", b"tea")], ZIP_DEFLATED)
