"""How tests wait: for what comes, as soon as it is there, and long enough for a machine that does much else."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

WAIT = 120
"""Seconds after which what did not come is taken for what never will: no test has a shorter one of its own."""

_LOOK = 0.05
_IDLE = 10
"""Moments in which a page has nothing to do, one after another."""

_FRAMES = 5
"""Frames that a page draws first: scripts that put off what they do do it in one of the next two."""

T = TypeVar("T")


def until(met: Callable[[], T], pause: Callable[[float], None] = time.sleep) -> T:
    """Return what a condition gives as soon as that is true, or at the end of WAIT whatever it gives then.

    The condition of a browser's page needs a pause in which the page goes on: that of ``moments``.
    """
    end = time.monotonic() + WAIT
    while not (found := met()) and time.monotonic() < end:
        pause(_LOOK)
    return found


def moments(page: Page) -> Callable[[float], None]:
    """Return what lets a page go on for some seconds."""
    return lambda seconds: page.wait_for_timeout(1000 * seconds)


def at_rest(page: Page) -> None:
    """Wait until a page has done what it had to do, however long that takes: for what must not come after it."""
    # Chromium may keep a page waiting that draws nothing: after a while the moment is taken for an idle one. A
    # window that is not in front draws no frame.
    page.evaluate(
        f"""() => new Promise(done => {{
            let left = {_IDLE}, frames = {_FRAMES}
            const look = () => left-- ? requestIdleCallback(look, {{timeout: 100}}) : done()
            const draw = () => frames-- ? requestAnimationFrame(draw) : look()
            document.hidden ? look() : draw()
        }})"""
    )


def pause(seconds: float) -> None:
    """Let time go by where a test is about time."""
    time.sleep(seconds)
