"""What a first view of a page weighs: the requests and bytes until the page is at rest, without touching it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import mean

from playwright.sync_api import Browser, sync_playwright

from tests.bench.server import Sent, Served
from tests.bench.tools import NOT_ELSEWHERE, chromium

KINDS = ("document", "stylesheet", "script", "image", "font", "other")
_AT_REST = 1000
"""Milliseconds for what a page fetches when it has nothing else to do."""


@dataclass(frozen=True)
class Weight:
    """One page, or the mean of several: bytes are those of the compressed bodies."""

    requests: float
    elsewhere: float
    """Of these requests, how many go to other hosts; nothing answers them here, so their bytes are not known."""
    bytes: dict[str, float]
    nodes: float

    @property
    def total(self) -> float:
        """Return the bytes of all kinds."""
        return sum(self.bytes.values())


@contextmanager
def browser() -> Iterator[Browser]:
    """Start a browser that reaches this machine only."""
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", NOT_ELSEWHERE]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield started
        started.close()


def weigh(started: Browser, served: Served, path: str) -> Weight:
    """Return what the first view of a page weighs on a phone, with nothing in its cache."""
    elsewhere: list[str] = []

    def note(address: str) -> None:
        if address.startswith("http") and not address.startswith(served.address):
            elsewhere.append(address)

    served.sent.clear()
    with started.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True) as phone:
        page = phone.new_page()
        page.on("request", lambda request: note(request.url))
        page.goto(f"{served.address}{path}", wait_until="networkidle", timeout=60_000)
        page.wait_for_timeout(_AT_REST)
        nodes: int = page.evaluate("document.querySelectorAll('*').length")
    return Weight(len(served.sent) + len(elsewhere), len(elsewhere), by_kind(served.sent), nodes)


def by_kind(sent: Iterable[Sent]) -> dict[str, float]:
    """Return the bytes of each kind."""
    found: Counter[str] = Counter()
    for one in sent:
        found[kind(one.type)] += one.bytes
    return {name: found[name] for name in KINDS}


def kind(media_type: str) -> str:
    """Return what a media type is for a page."""
    match media_type.partition(";")[0].split("/"):
        case "text", "html":
            return "document"
        case "text", "css":
            return "stylesheet"
        case "text", "javascript":
            return "script"
        case "image" | "font" as name, _:
            return name
    return "other"


def mean_of(weights: Iterable[Weight]) -> Weight:
    """Return the mean of several pages."""
    found = list(weights)
    return Weight(
        mean(one.requests for one in found),
        mean(one.elsewhere for one in found),
        {name: mean(one.bytes[name] for one in found) for name in KINDS},
        mean(one.nodes for one in found),
    )
