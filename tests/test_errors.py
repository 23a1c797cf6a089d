"""Problems as text."""

from macros.errors import ContentError, Problem, did_you_mean


def test_a_problem_names_place_field_message_and_hint() -> None:
    problem = Problem("a.yml", 4, 1, "rows[x].name", "is missing", "write it")

    assert "a.yml:4:1: rows[x].name: is missing\n    hint: write it" == str(problem)


def test_without_field_and_hint_the_rest_stands_alone() -> None:
    assert "a.yml:4:1: is missing" == str(Problem("a.yml", 4, 1, "", "is missing"))


def test_problems_are_sorted_by_place() -> None:
    later, earlier = Problem("a.yml", 10, 1, "", "b"), Problem("a.yml", 9, 1, "", "a")

    assert (earlier, later) == ContentError([later, earlier]).problems


def test_only_a_close_word_is_proposed() -> None:
    assert "did you mean 'kernel'?" == did_you_mean("kernal", ["engine", "kernel"])
    assert "" == did_you_mean("piano", ["engine", "kernel"])


def test_the_text_of_an_error_is_that_of_its_problems() -> None:
    one, other = Problem("a.yml", 1, 1, "", "a", "h"), Problem("b.yml", 1, 1, "", "b")

    assert "a.yml:1:1: a\n    hint: h\nb.yml:1:1: b" == str(ContentError([other, one]))
