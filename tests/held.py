"""Files that are on their way: what a page asks for is kept back, until a test lets it come."""

from playwright.sync_api import Page, Route

from tests.waiting import moments, until


class Held:
    """The requests of a page for some files, from the moment this is made on.

    What is asked for after they were let go comes at once: a browser may be slower to ask than a test is to let go.
    """

    def __init__(self, page: Page, pattern: str) -> None:
        self._page = page
        self._waiting: list[Route] = []
        self._is_free = False
        page.route(pattern, lambda route: self._come(route))  # noqa: PLW0108 - Playwright marks what it calls

    def _come(self, route: Route) -> None:
        if self._is_free:
            route.fallback()
        else:
            self._waiting.append(route)

    def are_asked_for(self) -> bool:
        """Return whether one of the files is asked for, as soon as that is so."""
        return bool(until(lambda: self._waiting, moments(self._page)))

    def let_go(self) -> None:
        """Let the files come, once one of them is asked for."""
        assert self.are_asked_for(), "nothing asks for what is held"
        self._is_free = True
        for route in self._waiting:
            route.fallback()
