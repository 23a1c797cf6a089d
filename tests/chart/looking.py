"""What is wrong with charts in a browser: words under lines, on each other, outside, too small."""

from playwright.sync_api import Page

SIZES = (320, 360, 768, 1280)
"""Widths of screens, in pixels: two phones, a tablet and a desktop."""

SMALLEST = 12
"""Pixels below which words are too small."""

_FAULTS = """smallest => [...document.querySelectorAll('figure.chart svg')].filter(one => one.checkVisibility()).flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim() && one.getClientRects().length)
    .map(one => [one.textContent, one.getBoundingClientRect()]);
  const lines = [...svg.querySelectorAll('.dg-grid, .dg-spread')].filter(one => one.getClientRects().length).map(one => {
    const matrix = one.getScreenCTM(), long = one.getTotalLength();
    const steps = Array.from({ length: Math.ceil(long / 4) + 1 }, (_, step) => Math.min(4 * step, long));
    return [one.getAttribute('class'), steps.map(step => one.getPointAtLength(step).matrixTransform(matrix))];
  });
  const frame = svg.getBoundingClientRect(), scale = svg.getScreenCTM().a;
  const inside = (box, point) => box.left < point.x && point.x < box.right && box.top < point.y && point.y < box.bottom;
  const touch = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom - 2 && other.top < one.bottom - 2;
  return [
    ...lines.flatMap(([name, points]) => boxes.filter(([, box]) => points.some(point => inside(box, point))).map(([text]) => `${name} runs through '${text}'`)),
    ...boxes.flatMap(([text, box], index) => boxes.slice(index + 1).filter(([, other]) => touch(box, other)).map(([other]) => `'${text}' touches '${other}'`)),
    ...boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([text]) => `'${text}' is cut`),
    ...boxes.filter(() => 15 * scale < smallest).map(([text]) => `'${text}' is ${15 * scale} pixels large`),
    ...(boxes.length && lines.length ? [] : ['nothing is drawn']),
  ];
})"""  # noqa: E501 - a check a line


def faults(page: Page, width: int) -> list[str]:
    """Return what is wrong with the charts of a page on a screen of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    found: list[str] = page.evaluate(_FAULTS, SMALLEST)
    return found
