"""A number and its unit stay on one line, and all else is as it was."""

import pytest

from macros.html.markup import inline
from macros.html.no_break import unbroken


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Tea took 46 s, then 1.09 s.</p>", "<p>Tea took 46~s, then 1.09~s.</p>"),
        ("at most 125 ms (50 %) of 3,000 MiB", "at most 125~ms (50~%) of 3,000~MiB"),
        ("2 systems, 3 minutes, 4 seconds, s 5", "2 systems, 3 minutes, 4 seconds, s 5"),
        ("<code>sleep 5 s</code> for 5 s", "<code>sleep 5 s</code> for 5~s"),
        ('<pre class="a"><code>1 s\n2 s</code></pre> 3 s', '<pre class="a"><code>1 s\n2 s</code></pre> 3~s'),
    ],
)
def test_only_a_space_between_a_number_and_a_unit_does_not_break(html: str, expected: str) -> None:
    assert expected.replace("~", "\u00a0") == unbroken(html)


def test_texts_of_the_data_have_it() -> None:
    assert "took 763\u00a0ns" == inline("took 763 ns")
