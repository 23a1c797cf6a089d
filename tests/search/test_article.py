"""Articles: each thing on a page is an entry by itself, and words stay apart as readers see them."""

import pytest

from macros.search.article import Article
from macros.search.entry import Entry, Group, Kind


def entries(html: str, *named: Entry, pictures: set[str] | None = None) -> list[Entry]:
    """Return what can be found in an article."""
    page = Entry("page/", "Page", Group.LESSONS)
    known = {entry.address: entry for entry in named}
    whole = f"<body><nav>Menu</nav><article><h1>Page</h1>{html}</article><footer>End</footer></body>"
    return Article(whole.encode(), page, known, set() if pictures is None else pictures).entries()


def shown(html: str, *named: Entry) -> list[tuple[str, str, str, str]]:
    return [(entry.address, entry.title, entry.words, entry.small) for entry in entries(html, *named)]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>one</td><td>two</td></tr></table>",
        "<dl><dt>one</dt><dd>two</dd></dl>",
        "<p>one<br>two</p>",
        "<details><summary>one</summary>two</details>",
        "<ul><li>one</li><li>two</li></ul>",
        "<ul><li><a>one</a><ul><li>two</li></ul></li></ul>",
        "<figure>one<figcaption>two</figcaption></figure>",
        "<div>one</div><div>two</div>",
        "<td><span>one</span>two</td>",
    ],
)
def test_words_of_two_elements_stay_two(html: str) -> None:
    assert [("page/", "Page", "one two", "")] == shown(html)


def test_a_word_with_marks_in_it_stays_one() -> None:
    assert [("page/", "Page", "Teaspoon", "")] == shown("<p><strong>Tea</strong>sp<em>oon</em></p>")


def test_each_section_is_an_entry() -> None:
    html = (
        "Above <h2 id='a'>One <a class='headerlink'>#</a></h2><p>first</p><h3 id='b'>Two</h3><div><p>second</p></div>"
    )

    assert [
        ("page/", "Page", "Above", ""),
        ("page/#a", "One", "first", ""),
        ("page/#b", "Two", "second", ""),
    ] == shown(html)


def test_what_is_named_in_the_data_is_an_entry_and_what_follows_belongs_to_the_section() -> None:
    row = Entry("page/#row", "Row", Group.COMPARISON, Kind.ROW)
    html = "<h2 id='a'>One</h2><table><tr id='row'><td>in it</td></tr></table><p>behind it</p>"

    assert [
        ("page/", "Page", "", ""),
        ("page/#a", "One", "behind it", ""),
        ("page/#row", "Row", "in it", ""),
    ] == shown(html, row)


def test_what_is_folded_away_in_a_row_is_its_fine_print() -> None:
    row = Entry("page/#row", "Row", Group.COMPARISON, Kind.ROW)
    evidence = "<details class='evidence'><summary>1 source</summary>fine</details>"

    assert ("page/#row", "Row", "text", "fine") == shown(f"<div id='row'>text{evidence}</div>", row)[-1]


def test_a_row_that_another_page_shows_is_fine_print_there() -> None:
    assert [("page/", "Page", "", "text")] == shown("<div class='comparison'><div id='row'>text</div></div>")


def test_a_picture_is_an_entry_on_the_first_page_that_shows_it() -> None:
    caption = "<figcaption><strong>Cup.</strong> Warm</figcaption>"
    html = f"<h2 id='a'>One</h2><figure class='diagram'><svg>drawn</svg>{caption}</figure>"
    pictures: set[str] = set()
    [*_, picture] = entries(html, pictures=pictures)
    again = entries(html, pictures=pictures)

    assert ("page/#a", "Cup", "Warm", Kind.PICTURE) == (picture.address, picture.title, picture.words, picture.kind)
    assert ["Page", "One"] == [one.title for one in again]


def test_a_question_is_an_entry_without_its_answers() -> None:
    option = "<details class='ask__option'><summary>So</summary><p>Right. Because</p></details>"
    html = f"<div class='ask' id='ask--q'><p class='ask__text'>Why?</p>{option}</div>"

    assert [("page/#ask--q", "Why?", "So", "")] == shown(html)[1:]


def test_a_question_of_the_helper_is_found_at_its_first_answer() -> None:
    answers = "<p id='q--a'>This</p><p id='q--b'>That</p>"
    html = f"<fieldset class='decision__question'><legend>Which?</legend>{answers}</fieldset>"

    assert [("page/#q--a", "Which?", "This That", "")] == shown(html)[1:]


@pytest.mark.parametrize(
    "html",
    ["<button>x</button>", "<select><option>x</select>", "<form class='filter'>x</form>", "<svg><text>x</text></svg>",
     "<p role='status'>x</p>", "<p data-search-exclude>x</p>", "<span class='unseen'>x</span>", "<script>x</script>"],
)  # fmt: skip
def test_controls_and_drawings_are_not_read(html: str) -> None:
    assert [("page/", "Page", "text", "")] == shown(f"{html}<p>text</p>{html}")


def test_a_page_without_an_article_is_an_entry() -> None:
    assert ["Page"] == [one.title for one in Article(b"", Entry("page/", "Page", Group.OTHERS), {}, set()).entries()]
