"""Weights: what a word says of an entry, and what a whole name does."""

from macros.search.entry import Entry, Group, Kind
from macros.search.weights import name_weights, word_weights


def entry(title: str, text: str = "", kind: Kind = Kind.PART, fine: str = "", address: str = "page/") -> Entry:
    return Entry(address, title, Group.LESSONS, kind, text=[text], fine=[fine])


def weights(*entries: Entry, language: str = "en") -> dict[str, dict[int, int]]:
    return word_weights([*entries], list, language)


OTHERS = [entry(f"Other {number}", "words of no matter here") for number in range(9)]


def test_a_word_weighs_more_in_a_title_than_in_a_text_and_least_in_fine_print() -> None:
    found = weights(entry("Tea", "leaf"), entry("Leaf", "tea"), entry("Cup", "cup", fine="tea"), *OTHERS)["tea"]

    assert found[0] > found[1] > found[2]


def test_a_word_weighs_more_where_it_is_rare() -> None:
    found = weights(entry("A", "tea kettle"), entry("B", "tea"), *OTHERS)

    assert found["kettle"][0] > found["tea"][0]


def test_a_word_weighs_more_where_little_else_stands() -> None:
    found = weights(entry("A", "tea"), entry("B", f"tea {'and much else ' * 9}"), *OTHERS)["tea"]

    assert found[0] > found[1]


def test_a_term_weighs_more_than_a_section_and_a_source_less() -> None:
    found = weights(entry("Tea"), entry("Tea", kind=Kind.TERM), entry("Tea", kind=Kind.SOURCE), *OTHERS)["tea"]

    assert found[1] > found[0] > found[2]


def test_what_an_entry_is_and_where_it_stands_is_found_as_well() -> None:
    found = weights(Entry("page/", "Tea", Group.LESSONS, Kind.PICTURE, "Lesson 2: Brewing"), *OTHERS)

    assert {"picture", "lesson", "2", "brewing"} <= found.keys()


def test_a_word_is_found_in_each_way_in_which_it_may_be_typed() -> None:
    found = weights(entry("Größe", "Tee-Ei"), *OTHERS, language="de")

    assert {"grosse", "groesse", "tee", "ei", "teeei"} <= found.keys()


def test_a_whole_name_is_a_title_another_form_or_a_synonym_and_the_first_place_counts_most() -> None:
    tea = Entry("a/", "Green tea", Group.GLOSSARY, Kind.TERM, also=("Sencha",))
    leads = [("matcha latte", "b/", 0), ("matcha latte", "a/", 1), ("lost", "nowhere/", 0)]
    found = name_weights([tea, entry("Milk", address="b/")], leads, list)

    assert {"green tea", "sencha", "milk", "matcha latte"} == {*found}
    assert found["matcha latte"][1] > found["matcha latte"][0]
    assert found["green tea"][0] > found["matcha latte"][1]


def test_a_spelling_is_that_of_the_course() -> None:
    spell = {"color": "colour"}

    assert {"colour"} == {*name_weights([entry("Color")], [], lambda typed: [spell.get(one, one) for one in typed])}
