"""What a page with commands to type can call: its time, what terminals printed, and what was measured."""

from macros.chart import measured_figure
from macros.content import own_run, practice, run_table, typed
from macros.picture_calls import PictureCalls


class PracticeCalls(PictureCalls):
    """The macros that show what is done by hand; each returns one line of HTML.

    Each raises ContentError for a part that is faulty or missing.
    """

    def practice_list(self) -> str:
        """Return the list of the pages with commands to type."""
        return practice.practice_list(self.practices, self.root)

    def practice_header(self) -> str:
        """Return how many commands this page has, and the minutes that it takes."""
        return practice.practice_header(self.practice)

    def measurements(self) -> str:
        """Return what was measured on each machine, as tables."""
        return run_table.tables(self.course.need(self.course.measurements, "measurements"))

    def measured_chart(self, name: str, /) -> str:
        """Return a chart of what was measured, by its name in ``docs/data/measurements.yml``."""
        found = self.course.need(self.course.measurements, "measurements")
        self.course.need(self.course.card, "course")  # It says what there is to convert.
        drawn = self.course.need(found.chart(name), "measurements", f"there is no chart '{name}'")
        licence = self.course.card.licence if self.course.card else None
        return measured_figure.measured_chart(self.charted(found, drawn), self.root, self.linked, licence)

    def own_run(self) -> str:
        """Return the field that takes a reader's own run, which the page draws beside the others."""
        return own_run.own_run(self.course.need(self.course.measurements, "measurements"))

    def transcript(self, name: str, /) -> str:
        """Return the terminals of ``docs/data/transcripts/NAME.yml``."""
        return typed.transcript(self.course.need(self.course.transcripts.get(name), f"transcripts/{name}"))
