"""The web app manifest, by which a browser can install the course, and its icons, made from the course's own logo."""

import json
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from macros.diagram.raster import png
from macros.diagram.standalone import stylesheet

MANIFEST = "manifest.webmanifest"
_SIZES = (192, 512)
_SVG = "{http://www.w3.org/2000/svg}svg"
_SIDE, _SAFE = 100, 56
"""Of an icon, and of what a system shows of it however it cuts it."""


def manifest(name: str, about: str, language: str, logo: str, css: str) -> dict[str, str | bytes]:
    """Return the manifest and the icons that it names, by their paths: as PNG, and as SVG for day and night."""
    light, dark = (_ground(css, scheme) for scheme in ("light", "dark"))
    icon = _icon(logo, f"rect{{fill:{light}}}@media (prefers-color-scheme:dark){{rect{{fill:{dark}}}}}")
    files: dict[str, str | bytes] = {"icons/any.svg": icon}
    # png() draws two pixels for each unit.
    files |= {f"icons/{size}.png": png(_icon(logo, f"rect{{fill:{light}}}", size / 2)) for size in _SIZES}
    icons = [_named(f"icons/{size}.png", f"{size}x{size}", "image/png") for size in _SIZES]
    icons.append({**icons[-1], "purpose": "maskable"})
    icons.append(_named("icons/any.svg", "any", "image/svg+xml"))
    said = {"name": name, "description": about, "lang": language, "start_url": "./", "scope": "./"}
    look = {"display": "minimal-ui", "theme_color": light, "background_color": light}
    return {MANIFEST: json.dumps({**said, **look, "icons": icons}, ensure_ascii=False, indent=1) + "\n", **files}


def _named(path: str, sizes: str, media: str) -> Mapping[str, str]:
    return {"src": path, "sizes": sizes, "type": media}


def _ground(css: str, scheme: str) -> str:
    """Return the colour on which the course's drawings stand in a scheme."""
    root = ET.Element("svg", {"class": "dg-ground"})
    return next(style["fill"] for _, style in stylesheet(css).styles(root, scheme))


def _icon(logo: str, look: str, width: float = _SIDE) -> str:
    """Return the logo in the middle of a square, with a stylesheet for its ground."""
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    drawn = ET.fromstring(logo)  # noqa: S314 - a file of this project
    drawn.attrib |= {**dict.fromkeys("xy", f"{(_SIDE - _SAFE) / 2}"), "width": f"{_SAFE}", "height": f"{_SAFE}"}
    root = ET.Element(_SVG, {"viewBox": f"0 0 {_SIDE} {_SIDE}", "width": f"{width:g}", "height": f"{width:g}"})
    ET.SubElement(root, _SVG.replace("svg}svg", "svg}style")).text = look
    ET.SubElement(root, _SVG.replace("svg}svg", "svg}rect"), {"width": f"{_SIDE}", "height": f"{_SIDE}"})
    root.append(drawn)
    return ET.tostring(root, encoding="unicode")
