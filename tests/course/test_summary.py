"""The comment on a pull request can tell what changed in this course."""

from report.received import parse

from tests.conftest import ROOT
from tests.report.test_report import printed_summary


def test_the_summary_of_this_course_is_printed_and_accepted() -> None:
    notes = parse(printed_summary(ROOT)).notes

    assert [] == [note for note in notes if not note.startswith("warning: ")], "mend what `make check` tells"
