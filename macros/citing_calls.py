"""What a page can call to cite: links to sources, the list of them all, and how the course itself is cited."""

from macros.assembly.backlinks import uses
from macros.assembly.place import Place
from macros.content import bibliography as sources_list
from macros.content import citing


class CitingCalls(Place):
    """The macros that cite; each returns one line of HTML.

    Each raises ContentError for a part that is faulty or missing.
    """

    def cite(self, name: str, /, *names: str) -> str:
        """Return links to these sources in the bibliography."""
        known = self.course.need(self.course.sources, "sources").ids()
        for one in (name, *names):
            self.course.need(one if one in known else None, "sources", f"there is no source '{one}'")
        return self.cited((name, *names))

    def citation(self) -> str:
        """Return how the course is cited, as text and for citation tools."""
        project = self.course.files.project
        card = self.course.need(self.course.card, "course")
        return citing.citation(card, project.name, self.site or project.address)

    def bibliography(self) -> str:
        """Return the list of all sources, each with links to the cells and pages that use it."""
        return sources_list.bibliography(self.course.need(self.course.sources, "sources"), uses(self.course, self.root))
