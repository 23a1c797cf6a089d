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
        ("5 kWh for 1,200 EUR or 9 €, 3 m by 4 cm at 21 °C", "5~kWh for 1,200~EUR or 9~€, 3~m by 4~cm at 21~°C"),
        ("5 men, 2 am, 3 a day, 4 it, 7 mA, 1 Gbit/s", "5 men, 2 am, 3 a day, 4 it, 7~mA, 1~Gbit/s"),
        ("<code>sleep 5 s</code> for 5 s", "<code>sleep 5 s</code> for 5~s"),
        ('<pre class="a"><code>1 s\n2 s</code></pre> 3 s', '<pre class="a"><code>1 s\n2 s</code></pre> 3~s'),
    ],
)
def test_only_a_space_between_a_number_and_a_unit_does_not_break(html: str, expected: str) -> None:
    assert expected.replace("~", "\u00a0") == unbroken(html)


def test_texts_of_the_data_have_it() -> None:
    assert "took 763\u00a0ns" == inline("took 763 ns")
