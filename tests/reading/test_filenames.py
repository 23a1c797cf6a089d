"""File names that do not work everywhere."""

import pytest

from macros.reading.filenames import fault, left_behind, litter, litter_folder

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


LEFT = [
    *(".DS_Store", "._a.md", ".localized", "Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", ".directory"),
    *(".a.md.swp", ".a.md.swo", "a.md.swx", "4913", ".a.md.un~", ".netrwhist", "Session.vim", "a.md~", "~"),
    *("#a.md#", ".#a.md", ".a.md.kate-swp", "a.md___jb_tmp___", "a.md___jb_old___", ".goutputstream-AB12", "sedAb12Cd"),
    *("~$a.docx", ".~lock.a.odt#", "Untitled", "a.crdownload", "a.part", "a.pyc"),
    *("a.orig", "a.md.orig", "a.md.rej", "a.bak", "a.backup", "a.old", "a.save", "a.tmp", "a_LOCAL_123.md"),
    *(".nfs01", ".fuse_hidden01", ".gitkeep", ".gitignore", ".editorconfig", ".prettierrc", ".env"),
]
"""Files of Finder, Explorer, Vim, Emacs, Kate, JetBrains, Gedit, sed, Office, browsers, Git and others."""

LEFT_FOLDERS = [
    *(".git", ".idea", ".vscode", ".vs", ".obsidian", ".trash", ".history", ".ipynb_checkpoints", ".venv"),
    *("__MACOSX", "__pycache__", "node_modules"),
]


@pytest.mark.parametrize("name", LEFT)
def test_what_editors_and_systems_leave_behind_is_known(name: str) -> None:
    assert litter(name)
    assert left_behind(f"lessons/{name}")


@pytest.mark.parametrize("name", LEFT_FOLDERS)
def test_folders_of_editors_and_systems_are_known_with_all_that_is_in_them(name: str) -> None:
    assert litter_folder(name)
    assert left_behind(f"{name}/a/a.md")


MEANT = ["a.md", "#a.md", "~a.md", "a~.md", ".htaccess", ".nojekyll", "CNAME", "49132", "a.bak.md", "a copy.md"]
MEANT += [".a.md", ".a.yml", ".hidden.svg", "Untitled.md", "sediment.md", "a.oldest", "README"]


@pytest.mark.parametrize("name", MEANT)
def test_what_somebody_meant_to_be_there_is_no_litter(name: str) -> None:
    assert not litter(name)


@pytest.mark.parametrize("name", [".well-known", "lessons", "git", "a b", "_a"])
def test_a_folder_that_somebody_meant_to_be_there_is_no_litter(name: str) -> None:
    assert not litter_folder(name)
