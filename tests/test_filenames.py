"""File names that do not work everywhere."""

import pytest

from macros.filenames import fault, litter

ADDRESS = "the name of a file is an address: lower case letters, digits and hyphens"


@pytest.mark.parametrize("name", ["con", "NUL.md", "aux.yml", "com1.svg", "LPT9", "con.a.md"])
def test_names_that_windows_keeps_for_itself_are_refused(name: str) -> None:
    assert (f"Windows cannot hold a file that is named '{name}'", "choose another name") == fault(name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a b.md", "name it a-b.md"),
        ("ä.md", "name it a.md"),
        ("Crème Brûlée.PNG", "name it creme-brulee.png"),
        ("a?.md", "name it a.md"),
        ("a:b.md", "name it a-b.md"),
        ("-a.md", "name it a.md"),
        ("_a.md", "name it a.md"),
        ("~a.md", "name it a.md"),
        ("a--b.md", "name it a-b.md"),
        ("a_b.svg", "name it a-b.svg"),
        ("a.php.png", "name it a-php.png"),
        ("a%20.md", "name it a-20.md"),
        ("About.md", "name it about.md"),
        ("about.MD", "name it about.md"),
        ("IMG_1234.JPG", "name it img-1234.jpg"),
        ("a\n.md", "name it a.md"),
        ("a\udcff.md", "name it a.md"),
        ("a\u202edm.md", "name it a-dm.md"),
        ('"a".md', "name it a.md"),
        (".hidden.md", "name it hidden.md"),
        ("a.", "choose another name"),
        ("页.md", "choose another name"),
        ("a.md\n", "name it a.md"),
    ],
)
def test_names_that_are_no_address_are_refused_with_one_that_is(name: str, hint: str) -> None:
    assert (ADDRESS, hint) == fault(name)


@pytest.mark.parametrize(
    "name", ["a.md", "01-a-b.md", "course.css", "console.md", "404.md", "com10.md", 56 * "a" + ".yml"]
)
def test_plain_names_are_right(name: str) -> None:
    assert fault(name) is None


def test_a_name_is_bounded() -> None:
    assert ("the name of a file is an address of at most 60 characters", "choose a shorter name") == fault(
        58 * "a" + ".md"
    )


def test_the_page_of_a_folder_has_one_name() -> None:
    assert ("the site generator takes README.md for the page of its folder", "name it index.md") == fault("README.md")


def test_only_code_may_have_a_second_dot() -> None:
    assert fault("axe.min.js")
    assert fault("axe.min.js", code=True) is None
    assert fault("axe..js", code=True)
    assert fault(".htaccess.js", code=True)


@pytest.mark.parametrize("name", ["a b", ".git", "_a", "a.b", "A", "con", "..", "a~"])
def test_folders_have_names_without_dots(name: str) -> None:
    assert fault(name, folder=True)
    assert fault("two-words-2", folder=True) is None


def test_what_editors_and_systems_leave_behind_is_known() -> None:
    left = [".DS_Store", "._a.md", "Thumbs.db", "desktop.ini", ".a.md.swp", ".a.md.swo", "a.md~", "~", "4913", "#a.md#"]
    left += [
        ".#a.md",
        "~$a.docx",
        ".~lock.a.odt#",
        "a.md___jb_tmp___",
        "a.orig",
        "a.md.rej",
        "a.bak",
        "a.tmp",
        ".nfs01",
    ]

    assert [] == [name for name in left if not litter(name)]


def test_what_somebody_meant_to_be_there_is_no_litter() -> None:
    meant = [
        "a.md",
        "#a.md",
        "~a.md",
        "a~.md",
        ".htaccess",
        ".nojekyll",
        ".gitattributes",
        "CNAME",
        "49132",
        "a.bak.md",
    ]

    assert [] == [name for name in meant if litter(name)]
