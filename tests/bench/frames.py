"""How smoothly pictures move while they are operated: the frames of a slow phone, beside those of the page at rest."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from tests.bench.report import Goal, goals, table
from tests.bench.rivals import ours
from tests.bench.server import Served, serve
from tests.bench.weight import browser

SLOWER = 4
"""How many times as long a page's script, styles and layout take."""
_LEAST = 0.95
"""Of the frames at rest: of sixty a second, three may be missed."""
_SECONDS = 3
_PATIENCE = 60_000

_COUNT = """async (figure, [seconds, isOperated]) => {
  const form = figure.querySelector("[data-controls]");
  const start = form.querySelector(".race__start");
  const sliders = [...form.querySelectorAll("[type=range]")];
  const choices = [...form.querySelectorAll("[type=radio], [type=checkbox], option")];
  const choose = (one) => {
    if (one.localName !== "option") return one.click();
    one.selected = true;
    form.dispatchEvent(new Event("input"));
  };
  let frames = 0, turn = 0;
  // A finger moves a slider with each frame, and chooses four times a second. A race runs by itself.
  const operate = () => {
    if (start) return frames || start.click();
    if (!sliders.length) return frames % 15 || choose(choices[turn++ % choices.length]);
    const slider = sliders[Math.floor(frames / 60) % sliders.length];
    frames % 60 < 30 ? slider.stepUp() : slider.stepDown();
    form.dispatchEvent(new Event("input"));
  };
  const end = performance.now() + 1000 * seconds;
  while (performance.now() < end) {
    await new Promise(requestAnimationFrame);
    if (isOperated) operate();
    frames += 1;
  }
  return frames / seconds;
}"""
"""Returns the frames of a second, while a picture is operated or left alone."""


def measure(work: Path, runs: int) -> list[Goal]:
    """Build the site, operate all its pictures, print how many frames were drawn, and return the goals."""
    with serve(work / "sites" / "frames") as served, browser() as started:
        ours.build(served.folder, served.address, work)
        found = dict(_pictures(started, served, runs))
    print(f"Frames a second, on a phone that takes {SLOWER} times as long; the median of {runs}\n")
    print(table(found, ["operated", "at rest"]))
    wanted = [
        Goal(f"frames of {name}, operated / at rest", operated / rest, _LEAST, at_least=True)
        for name, (operated, rest) in found.items()
    ]
    print(f"\n{goals(wanted)}", flush=True)
    return wanted


def _pictures(started: Browser, served: Served, runs: int) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield the name of each picture of the lessons, with its frames a second while it is operated and at rest."""
    with started.new_context(viewport={"width": 360, "height": 640}, is_mobile=True, has_touch=True) as phone:
        page = phone.new_page()
        tools = phone.new_cdp_session(page)
        for path in sorted(served.folder.glob("lessons/*/index.html")):
            page.goto(f"{served.address}lessons/{path.parent.name}/", timeout=_PATIENCE)
            for figure in page.locator("[data-operated]").all():
                figure.scroll_into_view_if_needed()
                figure.and_(page.locator("[data-bound]")).wait_for(timeout=_PATIENCE)
                tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                rounds = [[figure.evaluate(_COUNT, [_SECONDS, one]) for one in (True, False)] for _ in range(runs)]
                tools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
                operated, rest = (median(one) for one in zip(*rounds, strict=True))
                yield str(figure.get_attribute("data-name")), (operated, rest)
