"""The rasteriser: SVG in, PNG out, with a font of its own, so that every machine makes the same bytes.

resvg knows no custom properties and no ``light-dark()``: the colours must have been worked out before.
It reads no font of the system; Source Sans Pro, under the Open Font License, comes as a package.
"""

PIXELS = 2
"""Of a picture for each unit of its drawing, unless its width is asked for."""


def png(drawn: str, width: int | None = None) -> bytes:
    """Return an SVG with plain colours as a picture, so many pixels wide; one that follows the reader is light."""
    import font_source_sans_pro  # noqa: PLC0415 - most builds find every picture as it was kept
    import resvg_py  # noqa: PLC0415

    return resvg_py.svg_to_bytes(
        svg_string=drawn,
        width=width,
        zoom=None if width else PIXELS,
        skip_system_fonts=True,
        font_files=[font_source_sans_pro.SourceSansPro, font_source_sans_pro.SourceSansProBold],
        sans_serif_family="Source Sans Pro",
        monospace_family="Source Sans Pro",  # the one font there is; without it, resvg leaves such text out
    )
