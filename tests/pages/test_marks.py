"""Marks of other tools, and those that are not finished: each is named, and nothing else is."""

import pytest

from tests.told import said, said_in_full


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('=== "Tab"\n\n    Text', '=== "Tab"'),
        ("> [!NOTE]\n> Text", "> [!NOTE]"),
        ("> [!warning]- Careful\n> Text", "> [!warning]- Careful"),
        (":::note\n\nText\n\n:::", ":::note"),
        (":::{admonition} T\n:class: tip\nText\n:::", ":::{admonition} T"),
        ("::: {.callout}\nText\n:::", "::: {.callout}"),
        ("{{< note >}}\nText\n{{< /note >}}", "{{< note >}}"),
        ('{{% alert title="x" %}}', '{{% alert title="x" %}}'),
        ('{% hint style="info" %}\nText\n{% endhint %}', '{% hint style="info" %}'),
        ("It is $$E = mc^2$$ here", "$$E = mc^2$$"),
        ("$$\nE = mc^2\n$$", "$$"),
        ("It is $x^2$ and $n$ here", "$x^2$"),
        (r"It is \(x^2\) here", r"\(x^2\)"),
        (r"\[ x = \frac{a}{b} \]", r"\[ x = \frac{a}{b} \]"),
        ("Good :smile: here", ":smile:"),
        ("Good :material-coffee: here", ":material-coffee:"),
        ("Good :+1:", ":+1:"),
        ('--8<-- "a.md"', '--8<-- "a.md"'),
        ("See [[Page]].", "[[Page]]"),
        ("See ![[a.png]].", "![[a.png]]"),
        ("[[toc]]", "[[toc]]"),
        ("[[_TOC_]]", "[[_TOC_]]"),
        ("Text { .annotate }", "{ .annotate }"),
        ("- [x] a {: role=button }", "{: role=button }"),
        ("Press ++foo+bar++", "++foo+bar++"),
        ("Press ++entf+ö++", "++entf+ö++"),
        ("{: .note }\nText", "{: .note }"),
        ("Text {#id} here", "{#id}"),
        ("A claim.^[A note.]", "^[A note.]"),
        ("H~2~O", "~2~"),
        ("x^2^", "^2^"),
        ("{++new++}", "{++new++}"),
        ("{>>why<<}", "{>>why<<}"),
        ("^^new^^", "^^new^^"),
        ("{#if ready}\nText\n{/if}", "{#if ready}"),
        ("{@html text}", "{@html text}"),
        ("{children}", "{children}"),
        ("ifdef::env-github[]", "ifdef::env-github[]"),
        ("Press kbd:[Ctrl+C].", "kbd:[Ctrl+C]"),
        ("[#storage]\nText", "[#storage]"),
        ("[.lead]\nText", "[.lead]"),
        ("The +top+ command", "+top+"),
        ("It is ||the lion||.", "||the lion||"),
        ("* one\n** two", "** two"),
        ("++++\nText\n++++", "++++"),
        ("%% todo %%", "%% todo %%"),
        ("{/* todo */}", "{/* todo */}"),
        ("Text\n\n---\ntitle: a\ntags: b\n---", "---"),
        ("import Tabs from '@theme/Tabs';", "import Tabs from '@theme/Tabs';"),
        ("export const a = 1", "export const a = 1"),
        (".. note:: Text", ".. note:: Text"),
        ("See {ref}`a`.", "{ref}"),
        ("See :ref:`a`.", ":ref:"),
        ("(target)=\n\nText", "(target)="),
        ("== Storage", "== Storage"),
        ("[source,bash]\n----\nls\n----", "[source,bash]"),
        ("image::a.png[A disk]", "image::a.png[A disk]"),
        ("See xref:a.adoc[the page].", "xref:a.adoc[the page]"),
        ("{info}\nText\n{info}", "{info}"),
        ("h2. Title", "h2. Title"),
        ("It is so [@smith2020].", "[@smith2020]"),
        ("It is so【4†source】.", "【4†source】"),
        ("1) First\n2) Second", "1) First"),
        ("• First\n• Second", "• First"),
        ("•\tFirst\no\tSecond", r"•\tFirst"),
        ("1)\tFirst\n2)\tSecond", r"1)\tFirst"),
        ("---\nhide:\n  - toc\ntags:\n- a\n---", "---"),
        ("- [>] moved\n- [x] done", "[>]"),
        ("☐ open\n☑ done", "☐ open"),
        ("A paragraph. ^block-id", "^block-id"),
        ("key:: value", "key:: value"),
        ("% a remark", "% a remark"),
        ("// a remark", "// a remark"),
        ("+++\ntitle = 'a'\n+++", "+++"),
        ("It is {frontMatter.title} here.", "{frontMatter.title}"),
        ("It is { props.name } here.", "{ props.name }"),
        (".Title of list\n* a\n* b", ".Title of list"),
        ("|===\n|a |b\n|===", "|==="),
        ("'''", "'''"),
        ("<1> Here it starts", "<1> Here it starts"),
        (". First\n. Second", ". First"),
    ],
)
def test_a_mark_of_another_tool_is_named_once(text: str, seen: str) -> None:
    told = [one for one in said(text) if "as it is written" in one]

    assert [f"readers see '{seen}' as it is written"] == [one.split(" ", 1)[1] for one in told][:1]
    assert len(told) == (2 if "$n$" in text else 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("```mermaid\ngraph TD\n```", "4:4: readers see what stands in 'mermaid' as it is written"),
        ("```math\nx\n```", "4:4: readers see what stands in 'math' as it is written"),
        ("```{note}\nText\n```", "4:4: '{note}' is no language"),
        ('```js id="b"\na\n```', "4:4: 'js id=\"b\"' is no language"),
        ("```js {1,3}\na\n```", "4:4: 'js {1,3}' is no language"),
        ("```sh\nip link # (1)!\n```", "5:9: readers see '# (1)!' as it is written"),
        ('```js linenums="1"\na\n```\n\nText.', "4:7: lines of code have no numbers here: 'linenums'"),
        ('```js\tlinenums="1"\na\n```', "4:7: lines of code have no numbers here: 'linenums'"),
        ('1. One\n\n    ```js linenums="1"\n    a\n    ```', "6:11: lines of code have no numbers here: 'linenums'"),
        ("```js {1,3}\n\n    a [[b]]\n\n## H\n<b>\n```\n\nText.", "4:4: 'js {1,3}' is no language"),
        (" ```js\n a\n ```", "4:2: code that is indented by 1 becomes a part of a sentence"),
        ("```{.js .foo}\na\n```", "4:10: there is no class 'foo' for <code>"),
        ("## Title {/* #id */}", "4:10: readers see '{/* #id */}' as it is written"),
        ("A List<String> is here.", "4:7: <String> may not stand in a page"),
        ("[TOC]", "4:1: no list of headings can stand here: '[TOC]'"),
        ("a\n{ .annotate }", "5:3: code cannot be annotated: '.annotate'"),
        ("!!! foo\n    Text", "4:5: there is no kind of note 'foo'"),
        ("!!! note Title\n    Text", "4:10: there is no kind of note 'title'"),
        ("!!! note “Title”\n    Text", "4:1: '!!!' begins no note"),
        ("!!! note\nText", "4:1: the text of this note is not indented"),
        ("??? note\n\nText", "4:1: the text of this note is not indented"),
        ('!!! danger ""\n    Text', "4:1: an empty title leaves the kind of this note to its colour"),
        ('??? note " "\n    Text', "4:1: an empty title leaves the kind of this note to its colour"),
        ("/// danger |\nText\n///", "4:1: an empty title leaves the kind of this note to its colour"),
        ("/// tab | A\nText\n///", "4:1: there is no block '/// tab'"),
        ("/// note\nText", "4:1: this block does not end"),
        ("Text\n\n///", "6:1: '///' ends no block"),
        ("```sh\nls", "4:1: '```sh' begins code that does not end"),
        ("````md\n```\na\n```", "4:1: '````md' begins code that does not end"),
        ("A[^1] claim.", "4:2: readers see '[^1]' as it is written"),
        ("See [the page][page].", "4:5: readers see '[the page][page]' as it is written"),
        ("See [text] (page.md).", "4:5: readers see '[text] (page.md)' as it is written"),
        ("See (text)[page.md].", "4:5: readers see '(text)[page.md]' as it is written"),
        ("It is **bold **here.", "4:7: readers see '**bold **' as it is written"),
        (" ## Title", "4:2: readers see '## Title' as it is written"),
        ("| a | b |\n| c | d |", "5:1: a table has no line below its head"),
        ("| a | b |\n|---|\n| c | d |", "5:1: the head of this table has 2 cells, and this line 1"),
        ("| a | b |\n|---|---|\n| c | d | e |", "6:1: the head of this table has 2 cells, and this line 3"),
    ],
)
def test_what_is_not_finished_is_named_with_its_place(text: str, message: str) -> None:
    assert [f"docs/a.md:{message}"] == said(text)


def test_what_stands_below_a_fence_that_is_not_known_is_told_beside_it() -> None:
    text = "```js {1,3}\na\n\n    b\n```\n\nSee [[b]].\n\n    c\n\n~~~{r, echo=FALSE}\nd\n~~~\nText."

    assert [
        "docs/a.md:4:4: 'js {1,3}' is no language",
        "docs/a.md:10:5: readers see '[[b]]' as it is written",
        "docs/a.md:12:1: what is indented here is shown as code",
        "docs/a.md:14:4: '{r, echo=FALSE}' is no language",
        "docs/a.md:17:1: text stands directly below a block of code",
    ] == sorted(said(text), key=lambda one: int(one.split(":")[1]))


@pytest.mark.parametrize(
    "text",
    [
        "Use `{frontMatter.title}`, {name} and {a.b}.\n\n.NET is a platform.\n\n.NET runs\non Linux.",
        "At 12:30:45, host:port:proto, std::vector, `:smile:` and ::before.",
        "Text a | b, x == y, and C:\\x or C:\\\\x.",
        "It costs $5 and $6, ${HOME}, $PATH, $1 and US$7/US$8.",
        "It is $$ and $$, x::y, a :: b, 5 % of it, ^C, 'a', a '' b, 3 < 4 and 5 > 2.",
        "...\n\n.. is the folder above, and .gitignore is a file.",
        "There was one (1)! and (2) is here.",
        "In Helm {{ .Values.x }}, ${{ a }} and {% raw %} are text.",
        "An array a[i][j], a list [0][1], and [ -f x ].",
        "Text ~ 5 or ~/a and ~/b, 2^10, and 50 %, 100%.",
        "It is 2 ** 3 and 4 ** 5, **kwargs, and __init__.",
        '```md\n!!! note\n=== "a"\n:::note\n$$x$$ :smile: [[a]]\n{{< x >}}\n```',
        "`[[a]]` `$x^2$` `{++a++}` `:::note` `^[a]` `[a][b]` `**a **`",
        "[a](b.md#:x:) <https://a.example/:x:/$a^b$/[[c]]> <someone@example.org>",
        r"An escape: \[[a]] and \:::note \*\*a \*\*",
        '!!! note\n    Text\n\n    - a\n\n??? tip "T"\n    Text\n\n???+ note\n\n    Text',
        "/// note | T\nText\n///\n\n/// details | T\n    type: tip\n\nText\n///",
        "A claim.[^1] And ++ctrl+c++.\n\n[^1]: A note.",
        "- [ ] a\n- [x] b\n\nTerm\n:   What it is\n\n~~old~~ ==mark== CPU\n\n*[CPU]: Central processing unit",
        "| a | b |\n|:--|--:|\n| `c | d` | e \\| f |\n\n/// caption\nA table\n///",
        "See [the page][page] and [page].\n\n[page]: b.md",
        "## A heading {#a}\n\n[a](b.md){ .button } ![a](b.png){ width=300 }",
        '{! diagram("a") !}\n\nText. {! cite("a") !}',
        "a || b, a||b||c, || and C+ or C++, 1 + 2 + 3, +49, +x, ab+ and 'a' + 'b'.",
        "**Bold** at the start.\n\n** and ** alone, a path /users/{id}, and a word in {braces} here.",
        "* one\n    * two **bold**\n* three",
        "NOTE: plain text, see: this, and e.g. [1] or (a)(b).",
    ],
)
def test_what_is_no_mark_is_left_alone(text: str) -> None:
    assert [] == said(text)


def test_a_hint_says_what_to_write_instead() -> None:
    assert [
        (
            "docs/a.md:4:1: readers see '> [!NOTE]' as it is written\n"
            """    hint: write '!!! note "Title"', and below it the text, each line indented by four spaces"""
        )
    ] == said_in_full("> [!NOTE]\n> Text\n")


@pytest.mark.parametrize(
    "text",
    [
        '=== "A"\n\n    ```sh\n    ls\n    ```\n\n    Text',
        "[NOTE]\n====\nA note.\n====",
        "1) a\n2) b\n3) c\n4) d",
        "• a\n\n• b\n\n• c",
        "import a from 'b'\nimport c from 'd'",
        "```sh\n# a\n\n| b |\n:::note",
    ],
)
def test_what_follows_from_another_fault_is_not_told_again(text: str) -> None:
    assert 1 == len(said(text))
