"""What a page can call to show pictures: diagrams, charts, pictograms, and pictures to operate."""

from macros.assembly import drawn
from macros.assembly.shown import explained
from macros.chart import chart
from macros.citing_calls import CitingCalls
from macros.content.card import Licence
from macros.diagram import figure, gallery
from macros.interactive import figure as operated


class PictureCalls(CitingCalls):
    """The macros that show what is drawn; each returns one line of HTML.

    Each raises ContentError for a part that is faulty or missing.
    """

    @property
    def _licence(self) -> Licence | None:
        return self.course.card.licence if self.course.card else None

    def diagram(self, name: str, /) -> str:
        """Return the figure of ``docs/data/diagrams/NAME.yml``."""
        return self._diagram(name, anchored=self.is_first("diagram", name))

    def _diagram(self, name: str, *, anchored: bool) -> str:
        found = self.course.need(self.course.diagrams.get(name), f"diagrams/{name}")
        for _, picture in found.pictures():
            self.course.need(self.course.pictograms.get(picture), f"pictures/{picture}.svg")
        around = figure.Around(
            cited=self.cited(drawn.of_diagram(found, self.course)),
            licence=self._licence,
            pressed=self.pressed(name),
            anchored=anchored,
        )
        return figure.figure(found, name, self.root, self.course.pictograms, around)

    def interactive(self, name: str, /) -> str:
        """Return the picture to operate of ``docs/data/interactives/NAME.yml``."""
        found = self.course.need(self.course.interactives.get(name), f"interactives/{name}")
        drawn.needed(found, self.course)
        around = operated.Around(
            root=self.root,
            licence=self._licence,
            cite=self.linked,
            cited=self.cited(drawn.of_interactive(found, self.course)),
            compared=self.whole("comparison") if self.course.files.showing("comparison") else "",
            anchored=self.is_first("interactive", name),
        )
        return operated.figure(found, name, drawn.material(self.course), around)

    def scene(self, name: str, /) -> str:
        """Return the file of a diagram as it is written."""
        return gallery.scene(self.course.need(self.course.files.diagrams.get(name), f"diagrams/{name}").text)

    def picture(self, name: str, /) -> str:
        """Return the picture of ``docs/data/pictures/NAME.svg``, as wide as the column."""
        return gallery.picture(self.course.need(self.course.pictograms.get(name), f"pictures/{name}.svg"))

    def pictograms(self, *, names: bool = False) -> str:
        """Return every pictogram with its files, or with the name by which scenes call it."""
        found = self.course.pictograms
        return gallery.specimen(found) if names else gallery.pictograms(found, self.root, self._licence)

    def gallery(self) -> str:
        """Return every diagram with its name, but for those that another page explains part by part."""
        hidden, found = explained(self.course.pages), self.course.diagrams
        figures = {
            name: (one.title, self._diagram(name, anchored=False)) for name, one in found.items() if name not in hidden
        }
        return gallery.gallery(figures, self.root)

    def chart(self, name: str, /) -> str:
        """Return the chart of ``docs/data/charts/NAME.yml``."""
        found = self.course.need(self.course.charts.get(name), f"charts/{name}")
        self.course.need(self.course.card, "course")  # It says what there is to convert.
        row = self.course.need(self.compared.row(found.row), "comparison")
        sources = self.course.need(self.course.sources, "sources")
        around = chart.Around(name, self.root + chart.path(name), self._licence, self.linked)
        return chart.chart(found, self.compared, row, sources.labels, around)
