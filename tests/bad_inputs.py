"""Bad inputs: what is put where into the small course of the tests, and how the problem that is told begins."""

# ruff: noqa: E501 - one bad input a line, to be read as a table

SVG = "data/pictures/cup.svg"
CMP = "data/comparison.yml"
SRC = "data/sources.yml"
CARD = "data/course.yml"
DEC = "data/decisions/drink.yml"
CUP = "data/diagrams/cup.yml"
KIT = "data/diagrams/kitchen.yml"
QUIZ = "data/quizzes/drinks.yml"
TERMS = "data/terms.yml"
POTS = "data/interactives/pots.yml"
CHART = "data/charts/cooling.yml"
RACE = "data/interactives/cooling-race.yml"
CAKE = "data/interactives/cake.yml"
BREAK = "data/interactives/break-trays.yml"
ROOMS = "data/interactives/two-rooms.yml"
LES = "lessons/01-drinks.md"

ASKED = """    one-of:
      - {text: Tea, reason: It is., right: true}
      - {text: Coffee, reason: It is not., belief: Beans stay green.}
"""
TEA, COFFEE = ASKED.splitlines(keepends=True)[1:]

QUESTION = """  - id: q{0}
    question: Q
    answers:
      - {{id: a, text: A, because: B, rows: [warmth], towards: [s{0}]}}
      - {{id: b, text: B, because: B}}
"""

BAD: dict[tuple[str, str], list[tuple[str, str]]] = {
    (CMP, "value: 10\n"): [
        ("value: 1e308\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at most 9999999999"),
        ("value: 5e-324\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at least 0.0001"),
        ("value: -0\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at least 0.0001"),
        ("value: 0\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at least 0.0001"),
        ("value: -1\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at least 0.0001"),
        ("value: 1e999\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: " + "9" * 5000 + "\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 10000000000\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at most 9999999999"),
        ("value: 0.00009\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be at least 0.0001"),
        ("value: 1.23456789012\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: has more than 10 digits"),
        ("value: .nan\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: .inf\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 0x1F\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 0o17\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 1_000\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 010\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 1:30\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 1,5\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: true\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ('value: "10"\n', "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: 10 min\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: must be a number"),
        ("value: ~\n", "26:13: rows[warmth].cells.tea.figures[tea-time].value: is empty"),
    ],
    (CMP, "year: 2020"): [
        ("year: 1e308", "31:13: rows[warmth].cells.tea.figures[tea-time].year: must be a whole number"),
        ("year: 99999", "31:13: rows[warmth].cells.tea.figures[tea-time].year: 99999 is in the future"),
        ("year: 1949", "31:13: rows[warmth].cells.tea.figures[tea-time].year: must be at least 1950"),
        ("year: 2020.0", "31:13: rows[warmth].cells.tea.figures[tea-time].year: must be a whole number"),
        ("year: -2020", "31:13: rows[warmth].cells.tea.figures[tea-time].year: must be at least 1950"),
        ("year: " + "9" * 300, "31:13: rows[warmth].cells.tea.figures[tea-time].year: 999999999999999999999999999999999999"),
        ("year: 02020", "31:13: rows[warmth].cells.tea.figures[tea-time].year: must be a whole number"),
    ],
    (SRC, "issued: 2020"): [
        ("issued: 0", "6:5: sources[adam-2020].issued: must be at least 1950"),
        ("issued: 9999", "6:5: sources[adam-2020].issued: 9999 is in the future"),
        ("issued: 2020-01-01", "6:5: sources[adam-2020].issued: must be a whole number"),
    ],
    (SRC, "accessed: 2026-11-23"): [
        ("accessed: 0", "8:5: sources[adam-2020].accessed: must be a day as year-month-day"),
        ("accessed: 1700006400", "8:5: sources[adam-2020].accessed: must be a day as year-month-day"),
        ('accessed: "1700006400"', "8:5: sources[adam-2020].accessed: must be a day as year-month-day"),
        ("accessed: 2026-11-23T00:00:00", "8:5: sources[adam-2020].accessed: must be a day as year-month-day"),
        ("accessed: 2026-02-30", "8:5: sources[adam-2020].accessed: must be a day as year-month-day"),
        ("accessed: 0001-01-01", "8:5: sources[adam-2020].accessed: must be at least 1990-01-01"),
        ("accessed: 9999-12-31", "8:5: sources[adam-2020].accessed: 9999-12-31 is in the future"),
        ("accessed: 20261123", "8:5: sources[adam-2020].accessed: must be a day as year-month-day"),
    ],
    (CARD, "lessons: 1\n"): [
        ("lessons: 1e308\n", "2:1: lessons: must be a whole number"),
        ("lessons: " + "9" * 5000 + "\n", "2:1: lessons: must be a whole number"),
        ("lessons: 10000\n", "2:1: lessons: must be at most 9999"),
        ("lessons: 0\n", "2:1: lessons: must be at least 1"),
        ("lessons: 1.0\n", "2:1: lessons: must be a whole number"),
    ],
    (CARD, "minutes: 1\n"): [
        ("minutes: 6001\n", "3:1: minutes: must be at most 6000"),
        ("minutes: -0\n", "3:1: minutes: must be at least 1"),
    ],
    (CARD, "authors: somebody\n"): [
        ("authors: somebody\ndimensions: {money: {EUR: 2}}\n", "6:14: dimensions.money: no unit has the factor 1\n    hint: write {EUR: 1}, and how many of these the others are"),
        ("authors: somebody\ndimensions: {money: {}}\n", "6:14: dimensions.money: needs at least 1 of what it lists"),
        ("authors: somebody\ndimensions: {money: {EUR: 0}}\n", "6:22: dimensions.money.EUR: must be at least 1e-15"),
        ("authors: somebody\ndimensions: {money: {EUR: 1, ms: 2}}\n", "6:30: dimensions.money.ms: 'ms' is a unit of time already\n    hint: delete it"),
        ("authors: somebody\ndimensions: {a: {x: 1}, b: {x: 1}}\n", "6:29: dimensions.b.x: 'x' is a unit of a already"),
        ("authors: somebody\ndimensions: {Money: {EUR: 1}}\n", "6:14: dimensions.Money: must be lower case letters and digits, with hyphens between\n    hint: write money"),
        ("authors: somebody\ndimensions: [money]\n", "6:1: dimensions: must have keys of its own"),
        ("authors: somebody\npublished: 2026\n", "6:1: published: must be a day as year-month-day"),
        ("authors: somebody\npublished: 28.11.2026\n", "6:1: published: must be a day as year-month-day\n    hint: write 2026-11-28"),
        ("authors: somebody\npublished: 9999-12-31\n", "6:1: published: 9999-12-31 is in the future"),
        ("authors: somebody\npublished: 0001-01-01\n", "6:1: published: must be at least 1990-01-01"),
        ("authors: somebody\nissued: 2026-11-28\n", "6:1: issued: unknown key"),
    ],
    (CARD, "wood: steel"): [
        ("wood: steal", "6:34: tones.wood: must be 'plain', 'red', 'amber', 'sand', 'teal', 'blue', 'green', 'plum' or 'steel'\n    hint: did you mean 'teal'?"),
        ("wood: steel, spare: red", "6:47: tones.spare: no diagram has the tone 'spare'\n    hint: give it to a box, a picture or a group, or delete it"),
        ("wood: steel, red: blue", "6:47: tones.red: 'red' is a name of the palette's own\n    hint: choose another name"),
        ("wood: steel, shared: blue", "6:47: tones.shared: 'shared' is a name of the palette's own"),
    ],
    (CARD, "tones: {clay: teal, china: plum, wood: steel}"): [
        ("tones: [clay]", "6:1: tones: must have keys of its own"),
    ],
    (KIT, "tone: clay"): [
        ("tone: cley", "9:36: scene.column[1].of.row[0].tone: there is no tone 'cley'\n    hint: did you mean 'clay'? choose one of clay, china, wood, plain, red,"),
        ("tone: shared", "9:36: scene.column[1].of.row[0].tone: there is no tone 'shared'"),
        ("tone: Clay", "9:36: scene.column[1].of.row[0].tone: must be lower case letters"),
    ],
    (KIT, "title: A kitchen"): [
        ("title: A kitchen\ntones: {a: red}", "2:1: tones: unknown key"),
    ],
    (RACE, "caption: Coffee is faster.\n"): [
        ("", "1:1: caption: is missing"),
        ("caption: Coffee is faster.\nsources: [nobody]\n", "4:11: sources[0]: there is no source 'nobody'"),
        ("caption: It took 3 min.\n", "3:1: caption: no figure says '3 min'"),
    ],
    (RACE, "race:"): [
        ("sprint:", "4:1: sprint: unknown key"),
    ],
    (RACE, "{name: Coffee, tone: red, figure: coffee-time}\n    - id"): [
        ("{name: Coffee, tone: red}\n    - id", "13:11: race.settings[one].lanes[1]: names no figure and no way, or both\n    hint: write 'figure: …', or 'way: …' with 'field: …'"),
        ("{name: Coffee, tone: red, figure: coffee-tim}\n    - id", "13:37: race.settings[one].lanes[1].figure: there is no figure 'coffee-tim'\n    hint: did you mean 'coffee-time'?"),
        ("{name: Coffee, tone: red, way: coffee, field: seconds}\n    - id", "13:37: race.settings[one].lanes[1].way: there is no way 'coffee'"),
        ("{name: Coffee, tone: red, value: 90}\n    - id", "13:37: race.settings[one].lanes[1].value: unknown key"),
        ("{name: Tea, tone: red, figure: coffee-time}\n    - id", "13:12: race.settings[one].lanes[1].name: 'Tea' stands twice"),
    ],
    (RACE, "- {name: Tea, tone: green, figure: tea-time, phases: [{name: lukewarm, figure: coffee-time}]}"): [
        ("- {name: Tea, tone: green, figure: coffee-time, phases: [{name: lukewarm, figure: tea-time}]}", "12:66: race.settings[one].lanes[0].phases[0]: is after the end of its lane: 10 min"),
    ],
    (RACE, "id: both"): [
        ("id: one", "14:7: race.settings[one].id: 'one' stands twice"),
        ("id: mine", "14:7: race.settings[mine].id: 'mine' is the reader's own run"),
        ("id: Both", "14:7: race.settings[Both].id: must be lower case"),
    ],
    (CHART, "dimension: time"): [
        ("dimension: tim", "3:1: dimension: there is no dimension 'tim'\n    hint: did you mean 'time'?"),
        ("dimension: money", "3:1: dimension: there is no dimension 'money'\n    hint: choose one of data, time"),
    ],
    (CMP, "title: Drinks"): [
        ("title: Drinks\ndimensions: {}", "2:1: dimensions: unknown key"),
    ],
    (KIT, "each: 4"): [
        ("each: 1e-300", "17:38: scene.column[6].each: must be at least 0.0001"),
        ("each: 1e308", "17:38: scene.column[6].each: must be at most 9999999999"),
        ("each: 0.0001", "4:1: scene: has 100,018 parts, more than 200"),
        ("each: 9999999999", "17:20: scene.column[6].number: is less than 0.01 copies"),
        ("each: 0", "17:38: scene.column[6].each: must be at least 0.0001"),
        ("each: -4", "17:38: scene.column[6].each: must be at least 0.0001"),
    ],
    (KIT, "number: tea-time, each: 4"): [
        ("number: 1e308, each: 0.0001", "17:20: scene.column[6].number: must be at most 9999999999"),
        ("number: 5e-324", "17:20: scene.column[6].number: must be at least 0.0001"),
        ("number: 9999999999, each: 9000000", "4:1: scene: has 1,130 parts, more than 200"),
        ("number: 201", "4:1: scene: has 219 parts, more than 200"),
        ("number: .inf", "17:20: scene.column[6].number: there is no figure '.inf'"),
    ],
    (CUP, "desc: A cup above a saucer."): [
        ("desc: ' '", "2:1: desc: is empty"),
        ('desc: "\\_\\t\\n"', "2:1: desc: is empty"),
    ],
    (CUP, "label: Cup"): [
        ('label: "\u3000"', "5:22: scene.column[0].label: is empty"),
    ],
    (CUP, "title: A cup"): [
        ("title: 1.5", "1:1: title: must be text"),
        ("title: 2026", "1:1: title: must be text"),
        ("title: 1e3", "1:1: title: must be text"),
        ("title: true", "1:1: title: must be text"),
        ("title: null", "1:1: title: is empty"),
        ("title: ~", "1:1: title: is empty"),
        ("title: ", "1:1: title: is empty"),
        ("title: []", "1:1: title: must be text"),
        ("title: {}", "1:1: title: must be text"),
        ("title: " + "x" * 61, "1:1: title: has more than 60 characters"),
        ("title: !!str x", "1:8: tags (!name) are not used here"),
        ("title: &a x", "1:8: anchors (&name) are not used here"),
        ("title: *a", "1:8: aliases (*name) are not used here"),
        ("title: %x", "1:8: is not YAML: found character that cannot start any token"),
        ("title: @x", "1:8: is not YAML: found character that cannot start any token"),
        ("title: `x", "1:8: is not YAML: found character that cannot start any token"),
        ("title: - x", "1:8: is not YAML: block sequence entries are not allowed in this context"),
        ("title: x: y", "1:9: is not YAML: mapping values are not allowed in this context"),
        ("title: A\u200bcup", "1:9: hidden character U+200B"),
        ("title: A\u202ecup", "1:9: hidden character U+202E"),
        ("title: A\x02cup", "1:9: hidden character U+0002"),
        ("title: A\x85cup", "1:9: hidden character U+0085"),
        ("title: A\u2028cup", "1:9: hidden character U+2028"),
        ("title: A\u3164cup", "1:9: hidden character U+3164"),
        ("title: A\uffa0cup", "1:9: hidden character U+FFA0"),
        ("title: A\u115fcup", "1:9: hidden character U+115F"),
        ("title: A\u034fcup", "1:9: hidden character U+034F"),
        ("title: A\u17b4cup", "1:9: hidden character U+17B4"),
        ("title: A\u180ecup", "1:9: hidden character U+180E"),
        ("title: A\ufe0fcup", "1:9: hidden character U+FE0F"),
        ("title: A\U000e0101cup", "1:9: hidden character U+E0101"),
        ("title: A\U000e0041cup", "1:9: hidden character U+E0041"),
        ("title: A\u2800cup", "1:9: hidden character U+2800"),
        ("title: A\ue000cup", "1:9: hidden character U+E000"),
        ("title: A\uf8ffcup", "1:9: hidden character U+F8FF"),
        ("title: A\U000f0000cup", "1:9: hidden character U+F0000"),
        ("title: A\U0010ffffcup", "1:9: hidden character U+10FFFF"),
        ("title: A\ufdd0cup", "1:9: hidden character U+FDD0"),
        ("title: A\U0001fffecup", "1:9: hidden character U+1FFFE"),
        ("title: A\ufffccup", "1:9: hidden character U+FFFC"),
        ("title: A\xadcup", "1:9: hidden character U+00AD"),
        ("title: A\u200dcup", "1:9: hidden character U+200D"),
        ("title: A\u200ccup", "1:9: hidden character U+200C"),
        ("title: A\u2066cup", "1:9: hidden character U+2066"),
        ("title: A\ufeffcup", "1:9: hidden character U+FEFF"),
        ('title: "A\\x02cup"', "1:8: hidden character U+0002, written as an escape"),
        ('title: "A\\u202ecup"', "1:8: hidden character U+202E, written as an escape"),
        ('title: "A\\0cup"', "1:8: hidden character U+0000, written as an escape"),
        ('title: "A\\ud800cup"', "1:12: is not YAML: found invalid Unicode character escape code"),
        ('title: "A\\u3164cup"', "1:8: hidden character U+3164, written as an escape"),
        ('title: "A\\rcup"', "1:8: hidden character U+000D, written as an escape"),
        ('title: "A\\ecup"', "1:8: hidden character U+001B, written as an escape"),
        ('title: "A\\u2028cup"', "1:8: hidden character U+2028, written as an escape"),
        ('title: "A\\U000E0041cup"', "1:8: hidden character U+E0041, written as an escape"),
        ('title: "A\\ue001cup"', "1:8: hidden character U+E001, written as an escape"),
        ('title: "A\\Ncup"', "1:8: hidden character U+0085, written as an escape"),
        ('title: "A\\_ \\bcup"', "1:8: hidden character U+0008, written as an escape"),
        ('title: A cup\n"\\x02": x', "2:1: hidden character U+0002, written as an escape"),
        ('title: A cup\n"a\\nb": x', "2:1: a\\nb: unknown key"),
        ('title: A cup\n"\\u202e": x', "2:1: hidden character U+202E, written as an escape"),
        ('title: A cup\n"::error::": x', "2:1: \\x3a:error::: unknown key"),
        ("title: A cup\nx\u200by: z", "2:2: hidden character U+200B"),
        ("!x title: A cup", "1:1: tags (!name) are not used here"),
        ("&x title: A cup", "1:1: anchors (&name) are not used here"),
        ("? [a]\n: A cup\ntitle: A cup", "1:3: a key must be text"),
        ("? {a: b}\n: c\ntitle: A cup", "1:3: a key must be text"),
        ("title: A cup\n<<: {a: b}", "2:1: merge keys (<<) are not used here"),
        ("title: A cup\n? !x y\n: z", "2:3: tags (!name) are not used here"),
        ("title: A cup\n*a : b", "2:1: aliases (*name) are not used here"),
        ("%YAML 1.1\n---\ntitle: A cup", "1:1: directives (%NAME) are not used here"),
        ("%TAG ! tag:x,2000:\n---\ntitle: A cup", "1:1: directives (%NAME) are not used here"),
        ("title: A cup\n---\na: b", "2:1: a second document begins here"),
        ("title: A cup\n" + "k" * 101 + ": x", "2:1: has a key of more than 100 characters"),
        ("title: A cup\nno: x", "2:1: no: unknown key"),
        ("title: A cup\n" + "".join(f"k{n}: x\n" for n in range(41)), "41:1: has more than 40 keys"),
        ("title: A cup\ntitle: B", "2:1: the key 'title' stands twice"),
    ],
    (CUP, "    - {box: Saucer}\n"): [
        ("    - " + "{group: G, of: " * 10 + "{box: A}" + "}" * 10 + "\n", "6:138: scene.column[1].of.of.of.of.of.of.of.of.of: is nested deeper than 10 levels"),
        ("    - " + "[" * 50 + "]" * 50 + "\n", "6:45: is nested deeper than 40 levels"),
        ("    - [" + "a, " * 20_001 + "]\n", "6:59981: has more than 20,000 values"),
        ("    - {box: A}\n" * 201, "3:1: scene: has 202 parts, more than 200"),
        ("    - {box: A, name: a}\n    - {box: B, name: b}\n" + "    - {arrow: x, from: a, to: b}\n" * 21, "3:1: scene: has 21 arrows with 'to', more than 20"),
        ("    - {gap: large}\n" * 45, "3:1: scene: is 3,820 pixels high, more than 3,000"),
    ],
    (CMP, "sources: [adam-2020]}"): [
        ("sources: [" + "adam-2020, " * 20 + "adam-2020]}", "13:51: rows[colour].cells.tea.sources: lists more than 20"),
    ],
    (CMP, "groups: [{id: taste, name: Taste}]"): [
        ("groups:\n" + "".join(f"  - {{id: g{n}, name: G}}\n" for n in range(21)), "5:1: groups: lists more than 20"),
    ],
    (CMP, "id: colour"): [
        ("id: " + "aa" * 30 + "a", "7:5: rows[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa].id: has more than "),
        ("id: Colour", "7:5: rows[Colour].id: must be lower case letters and digits, with hyphens between"),
        ("id: 1", "7:5: rows[0].id: must be text"),
    ],
    (CMP, "answer: Green"): [
        ("answer: " + "x" * 601, "13:13: rows[colour].cells.tea.answer: has more than 600 characters"),
    ],
    (SRC, "URL: https://adam.example/"): [
        ("URL: https://adam.example/" + "aa" * 150, "7:5: sources[adam-2020].URL: has more than 300 characters"),
        ("URL: javascript:x", "7:5: sources[adam-2020].URL: must be an address that begins with https://"),
        ("DOI: 10.1000/" + "aa" * 50, "7:5: sources[adam-2020].DOI: has more than 100 characters"),
    ],
    (SRC, "author: [{family: Adam, given: Zoe}]"): [
        ("author: [" + "{literal: A}, " * 51 + "]", "5:5: sources[adam-2020].author: lists more than 50"),
    ],
    (LES, "objectives: [Choose a drink.]"): [
        ("objectives: [Choose a drink.]\nno-terms: [A Cup]", "5:12: no-terms[0]: must be lower case letters"),
        ("objectives: [Choose a drink.]\nno-terms: cup", "5:1: no-terms: must be a list"),
    ],
    (TERMS, "terms: []"): [
        ("terms: [{id: a, term: a cup, meaning: M}, {id: b, term: A Cup, meaning: M}]", "1:43: terms[b]: 'a cup' is explained twice"),
        ("terms:\n" + "".join(f"  - {{id: t{n}, term: t{n}, meaning: M}}\n" for n in range(301)), "1:1: terms: lists more than 300"),
        ("terms: [{id: a, term: a, meaning: M, also: [" + "x, " * 11 + "]}]", "1:38: terms[a].also: lists more than 10"),
    ],
    (DEC, "questions:\n"): [
        ("questions:\n" + QUESTION.format(0) * 12, "2:1: questions: lists more than 12"),
        ("questions:\n" + "".join(QUESTION.format(n) for n in range(6)), "1:1: names 7 subjects, more than 6"),
    ],
    (DEC, "towards: [coffee]"): [
        ("towards: [a, b, c, d, e, f, g]", "6:34: questions[hurry].answers[yes].towards: lists more than 6"),
    ],
    (DEC, "rows: [warmth]"): [
        ("rows: [warmth, warmth, warmth, warmth, warmth, warmth, warmth, warmth, warmth, warmth, warmth]", "6:78: questions[hurry].answers[yes].rows: lists more than 10"),
    ],
    (DEC, "subjects: [coffee]"): [
        ("subjects: [a, b, c, d, e, f, g]", "10:6: outcomes[1].subjects: lists more than 6"),
    ],
    (QUIZ, "      - {text: Coffee, reason: It is not., belief: Beans stay green.}\n"): [
        ("      - {text: Coffee, reason: It is not.}\n" * 5, "6:5: questions[which-is-green].one-of: lists more than 5"),
    ],
    (QUIZ, COFFEE): [
        ("      - {text: Coffee, belief: Beans stay green.}\n", "8:9: questions[which-is-green].one-of[1].reason: is missing\n    hint: add 'reason: …'"),
        ("      - {text: Coffee, reason: It is not.}\n", "8:9: questions[which-is-green].one-of[1]: is wrong, and does not say what belief it stands for\n    hint: add 'belief: …'"),
        ("      - {text: Coffee, reason: It is., right: true}\n", "6:5: questions[which-is-green].one-of: 2 options are right\n    hint: mark one with 'right: true', or write 'some-of:'"),
        ("      - {text: tea, reason: It is not., belief: B.}\n", "8:10: questions[which-is-green].one-of[1].text: 'tea' stands twice\n    hint: say what is different, or delete one"),
        ("      - {text: '  ', reason: It is not., belief: B.}\n", "8:10: questions[which-is-green].one-of[1].text: has no words"),
        ("      - {text: " + "x" * 601 + ", reason: It is not., belief: B.}\n", "8:10: questions[which-is-green].one-of[1].text: has more than 600 characters"),
        ("      - {text: Coffee, reason: It is not., belief: " + "x" * 601 + "}\n", "8:44: questions[which-is-green].one-of[1].belief: has more than 600 characters"),
        ("", "6:5: questions[which-is-green].one-of: needs at least 2 of what it lists"),
    ],
    (QUIZ, TEA): [
        ("      - {text: Tea, reason: It is., belief: B.}\n", "6:5: questions[which-is-green].one-of: 0 options are right\n    hint: mark one with 'right: true'"),
        ("      - {text: Tea, reason: It is., right: yes}\n", "7:37: questions[which-is-green].one-of[0].right: must be true or false"),
        ("      - {text: Tea, reason: It is., right: true, belief: B.}\n", "7:50: questions[which-is-green].one-of[0].belief: what is right is no false belief"),
    ],
    (QUIZ, ASKED): [
        ("    options:\n" + TEA + COFFEE, "2:5: questions[which-is-green]: must have one of the keys one-of, some-of, in-order, match, press\n    hint: did you mean 'one-of'?"),
        ("", "2:5: questions[which-is-green]: must have one of the keys one-of, some-of, in-order, match, press"),
        (ASKED.replace("one-of", "some-of"), "6:5: questions[which-is-green].some-of: needs at least 3 of what it lists"),
        ("    some-of:\n" + TEA + COFFEE + "      - {text: Milk, reason: It is not., belief: B.}\n", "6:5: questions[which-is-green].some-of: 1 options are right\n    hint: mark two or more with 'right: true', or write 'one-of:'"),
        ("    in-order: [{text: A, reason: R}, {text: B, reason: R}, {text: a, reason: R}]\n", "6:61: questions[which-is-green].in-order[2].text: 'a' stands twice"),
        ("    in-order: [{text: A, reason: R}, {text: B, reason: R}]\n", "6:5: questions[which-is-green].in-order: needs at least 3 of what it lists"),
        ("    in-order: [{text: A, reason: R}, {text: B}, {text: C, reason: R}]\n", "6:38: questions[which-is-green].in-order[1].reason: is missing"),
        ("    match: [{left: A, right: B, reason: R}, {left: C, right: b, reason: R}, {left: E, right: F, reason: R}]\n", "6:55: questions[which-is-green].match[1].right: 'b' stands twice"),
        ("    match: [{left: A, right: B, reason: R}, {left: A, right: D, reason: R}, {left: E, right: F, reason: R}]\n", "6:46: questions[which-is-green].match[1].left: 'A' stands twice"),
        ("    match: [{left: A, right: B, reason: R}, {left: C, reason: R}, {left: E, right: F, reason: R}]\n", "6:45: questions[which-is-green].match[1].right: is missing\n    hint: add 'right: …': what is to be found for it"),
        ("    match: [{left: A, right: B, reason: R}, {right: C, reason: R}, {left: E, right: F, reason: R}]\n", "6:45: questions[which-is-green].match[1].left: is missing"),
        ("    press: cup\n    others: O\n    parts: [{part: a, text: A, reason: R}, {part: b, text: B, reason: R}]\n", "8:5: questions[which-is-green].parts: no part is right"),
        ("    press: cup\n    others: O\n    parts: [{part: a, text: A, reason: R, right: true}, {part: a, text: B, reason: R, belief: W}]\n", "8:58: questions[which-is-green].parts[1].part: 'a' stands twice"),
        ("    press: cup\n    parts: [{part: a, text: A, reason: R, right: true}, {part: b, text: B, reason: R, belief: W}]\n", "2:5: questions[which-is-green].others: is missing"),
        ("    press: cup\n    others: O\n    parts: [{part: a, text: A, reason: R, right: true}, {part: b, text: B, reason: R, belief: W}]\n", "8:14: questions[which-is-green].parts[0].part: the part 'a' of the diagram 'cup' does not exist"),
        ("    press: cup\n    others: O\n    parts: [{part: a, text: A, reason: R, right: true}, {part: b, text: B, reason: R}]\n", "8:57: questions[which-is-green].parts[1]: is wrong, and does not say what belief it stands for\n    hint: add 'belief: …', what somebody who chooses it believes; if nobody does, leave it to 'others'"),
        ("    press: cupp\n    others: O\n    parts: [{part: a, text: A, reason: R, right: true}, {part: b, text: B, reason: R, belief: W}]\n", "6:5: questions[which-is-green].press: there is no diagram 'cupp'\n    hint: did you mean 'cup'?"),
        ("    press: kitchen\n    others: O\n    parts: [{part: tea, text: A, reason: R, right: true}, {part: shelf, text: B, reason: R, belief: W}]\n", "6:5: questions[which-is-green].press: docs/lessons/01-drinks.md does not show the diagram 'kitchen'\n    hint: choose one of cup"),
        (ASKED + ASKED.replace("one-of", "some-of"), "9:5: questions[which-is-green].some-of: unknown key"),
    ],
    (QUIZ, "explains: leaves\n    one-of"): [
        ("explains: leafs\n    one-of", "5:5: questions[which-is-green].explains: there is no section 'leafs' in docs/lessons/01-drinks.md\n    hint: did you mean 'leaves'?"),
        ("explains: '#leaves'\n    one-of", "5:5: questions[which-is-green].explains: must be lower case letters"),
        ("explains: content\n    one-of", "5:5: questions[which-is-green].explains: there is no section 'content' in docs/lessons/01-drinks.md\n    hint: choose one of leaves"),
    ],
    (QUIZ, "    objective: Choose a drink.\n"): [
        ("", "2:5: questions[which-is-green].objective: is missing"),
        ("    objective: Choose drinks.\n", "1:1: questions: no question tests an objective of docs/lessons/01-drinks.md: 'Choose a drink.'\n    hint: write one that does, or delete the objective"),
        ("    objective: <script>\n", "1:1: questions: no question tests an objective"),
    ],
    (QUIZ, "id: what-is-brown"): [
        ("id: which-is-green", "2:5: questions[which-is-green].id: 'which-is-green' stands twice\n    hint: choose another id"),
        ("id: What is brown", "10:3: predict.id: must be lower case letters and digits, with hyphens between"),
    ],
    (QUIZ, "What is brown?"): [
        ("x" * 601, "11:3: predict.question: has more than 600 characters"),
        ("A\u202eb?", "11:14: hidden character U+202E"),
    ],
    (LES, '{! predict("drinks") !}'): [
        ("Tea is.", '16:4: the lesson says what is right, and never asks for a prediction\n    hint: write {! predict("drinks") !} at its head'),
    ],
    (LES, '{! predicted("drinks") !}'): [
        ("Tea is.", '14:4: the lesson asks for a prediction, and never says what is right\n    hint: write {! predicted("drinks") !} below the sentence that explains it'),
    ],
    (KIT, "fail: [shelf]"): [
        ("fail: [" + "shelf, " * 30 + "shelf]", "25:67: steps[2].fail: lists more than 30"),
    ],
    (KIT, "caption: One"): [
        ("figures: [nope]\ncaption: One", "3:1: figures: unknown key"),
    ],
    (KIT, "steps:\n"): [
        ("steps:\n" + "  - {step: S}\n" * 7, "22:1: steps: lists more than 9"),
    ],
    (CMP, "title: Drinks\n"): [
        ("title: Drinks\n" + "#" * 200_000, "1:1: is 201,323 bytes large; a data file has at most 200,000"),
    ],
    (LES, "Two words."): [
        ("a " * 50_001, "1:1: is 100,190 bytes large; a page has at most 100,000"),
    ],
    (SVG, "<title>"): [
        ("<!--" + " " * 30_000 + "--><title>", "1:1: is 30,142 bytes large; a pictogram has at most 30,000"),
    ],
    (SVG, 'viewBox="0 0 40 20"'): [
        ('viewBox="0 0 60 100000000"', "1:1: is 60 by 100000000 pixels: each side must have from 8 to 1,000"),
        ('viewBox="0 0 1001 20"', "1:1: is 1001 by 20 pixels: each side must have from 8 to 1,000"),
        ('viewBox="0 0 7 20"', "1:1: is 7 by 20 pixels: each side must have from 8 to 1,000"),
        ('viewBox="0 0 900 900"', "1:1: is 900 by 900 pixels: more than 400,000 in all"),
        ('viewBox="0 0 500 20"', "1:1: has one side that is more than 10 times as long as the other"),
        ('viewBox="0 0 -40 20"', "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
        ('viewBox="0 0 40.5 20"', "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
        ('viewBox="0 0 1e3 20"', "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
        ('viewBox="0 0 ' + "99" * 200 + ' 20"', "1:1: is inf by 20 pixels: each side must have from 8 to 1,000"),
        ('viewBox="nan"', "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
    ],
    (SVG, '<rect class="main" width="40" height="20"/>'): [
        ('<rect width="1e308" height="20"/>', "3:3: the attribute 'width' must be a number of pixels, at least 0"),
        ('<rect width="2001" height="20"/>', "3:3: the attribute 'width' holds a number beyond 2,000"),
        ('<rect width="-1" height="20"/>', "3:3: the attribute 'width' must be a number of pixels, at least 0"),
        ('<rect width="100%" height="20"/>', "3:3: the attribute 'width' must be a number of pixels, at least 0"),
        ('<rect x="NaN"/>', "3:3: the attribute 'x' must be a number of pixels"),
        ('<rect x="\u0663"/>', "3:3: the attribute 'x' must be a number of pixels"),
        ('<path d="M0 0L1e308 0"/>', "3:3: the attribute 'd' must be a path, such as 'M0 0L10 10'"),
        ('<path d="M0 0L99999 0"/>', "3:3: the attribute 'd' holds a number beyond 2,000"),
        ('<path d="javascript:x"/>', "3:3: the attribute 'd' must be a path, such as 'M0 0L10 10'"),
        ('<path d="M0 0' + "L1 1" * 600 + '"/>', "3:3: the attribute 'd' has more than 2,000 characters"),
        ('<polygon points="1,2 3,x"/>', "3:3: the attribute 'points' must be two or more points, such as '0 0 10 10'"),
        ('<polygon points="' + "1 " * 1100 + '"/>', "3:3: the attribute 'points' has more than 2,000 characters"),
        ('<g transform="scale(11)"/>', "3:3: the attribute 'transform' scales by more than 10"),
        ('<g transform="scale(2) scale(2) scale(2) scale(2)"/>', "3:3: the attribute 'transform' must be one to three of translate(), rotate() and scale()"),
        ('<g transform="matrix(1 0 0 1 0 0)"/>', "3:3: the attribute 'transform' must be one to three of translate(), rotate() and scale()"),
        ('<g transform="translate(3000 0)"/>', "3:3: the attribute 'transform' holds a number beyond 2,000"),
        ("<g><g><g><g><g><g/></g></g></g></g></g>", "3:18: is nested deeper than 6 levels"),
        ("<g/>" * 200, "3:795: has more than 200 elements"),
        ('<use href="cup"/>', "1:1: 'cup' uses others itself"),
        ('<use href="nope"/>', "1:1: there is no picture 'nope' to use"),
        ('<rect href="cup"/>', "3:3: the attribute 'href' is not used in a pictogram"),
        ('<use href="cup" transform="scale(2)"/>', "3:3: the attribute 'transform' is not used in a pictogram"),
        ('<rect xml:space="preserve"/>', "3:3: the attribute 'xml:space' is not used in a pictogram"),
        ('<rect xlink:href="x"/>', "3:3: the attribute 'xlink:href' is not used in a pictogram"),
        ("<x:rect/>", "3:3: <x:rect> is not a plain shape"),
        ('<g xmlns="http://www.w3.org/1999/xhtml"/>', "3:3: the attribute 'xmlns' is not used in a pictogram"),
        ('<?xml-stylesheet href="x"?>', "3:3: a processing instruction is not used in a pictogram"),
        ("<![CDATA[x]]>", "3:3: CDATA is not used in a pictogram"),
        ("&foo;", "3:3: is not XML: undefined entity"),
        ("&#2;", "3:3: is not XML: reference to invalid character number"),
        ("text", "3:1: text is not drawn in a pictogram"),
        ("<g>text</g>", "3:6: text is not drawn in a pictogram"),
        ("<script>x</script>", "3:3: <script> is not a plain shape"),
        ('<rect class="pink"/>', "3:3: there is no class 'pink'"),
        ('<rect onload="x"/>', "3:3: the attribute 'onload' is not used in a pictogram"),
        ('<rect x="1" x="2"/>', "3:15: is not XML: duplicate attribute"),
        ("<title>Two</title>", "3:3: <title> is not a plain shape"),
        ("<g", "4:1: is not XML: not well-formed (invalid token)"),
        ("<!-- -- -->", "3:10: is not XML: not well-formed (invalid token)"),
        ("<!DOCTYPE x>", "3:5: is not XML: not well-formed (invalid token)"),
        ("\u202e<g/>", "3:1: text is not drawn in a pictogram"),
    ],
    (SVG, "<svg "): [
        ('<?xml version="1.0" encoding="latin-1"?><svg ', "1:1: says that it is encoded as 'latin-1'"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg ', "1:15: a DOCTYPE is not used in a pictogram"),
        ('<!DOCTYPE svg SYSTEM "http://x/"><svg ', "1:33: a DOCTYPE is not used in a pictogram"),
        ('<?xml-stylesheet href="x"?><svg ', "1:1: a processing instruction is not used in a pictogram"),
        ('<svg onload="x" ', "1:1: the attribute 'onload' is not used in a pictogram"),
        ('<svg width="1" ', "1:1: the attribute 'width' is not used in a pictogram"),
        (' <?xml version="1.0"?><svg ', "1:2: is not XML: XML or text declaration not at start of entity"),
        ("<x:svg ", "4:3: is not XML: mismatched tag"),
    ],
    (SVG, "<title>Cup</title>"): [
        ("<title></title>", "1:1: has no <title>"),
        ("<title><b>Cup</b></title>", "1:1: has no <title>"),
        ("<title lang='en'>Cup</title>", "1:1: the <title> may hold words only"),
        ("<title>&#x202e;</title>", "1:1: hidden character U+202E in the <title>"),
        ("<title>" + "xx" * 100 + "x</title>", "1:1: has a <title> of more than 200 characters"),
        ("<title>\ue000</title>", "1:1: hidden character U+E000 in the <title>"),
    ],
    (SVG, ' xmlns="http://www.w3.org/2000/svg"'): [
        (' xmlns="http://evil.example/"', "1:1: must be an <svg> with a viewBox of whole numbers, '0 0 width height'"),
    ],
    (CAKE, "sent: {figure: coffee-time}"): [
        ("sent: {}", "14:7: layers.layers[tray].sent: names no figure and no way, and is no example"),
        ("sent: {figure: cofee-time}", "14:14: layers.layers[tray].sent.figure: there is no figure 'cofee-time'"),
        ("sent: {example: 0, unit: min}", "14:14: layers.layers[tray].sent.example: must be at least 0.0001"),
        ("sent: {example: 2}", "14:7: layers.layers[tray].sent: has only one of 'example' and 'unit'"),
        ("sent: {example: 2, unit: MB}", "15:7: layers.layers[tray].stored: only one of its sizes is an example"),
        ("sent: {example: 2, unit: minute}", "15:7: layers.layers[tray].stored: only one of its sizes is an example"),
        ("sent: {figure: coffee-time, example: 2, unit: min}", "14:7: layers.layers[tray].sent: is an example, and names a figure or a way"),
        ("sent: {example: 2, unit: min}", "15:7: layers.layers[tray].stored: only one of its sizes is an example"),
    ],
    (CAKE, "      sent: {example: 2, unit: min}\n"): [
        ("", "16:7: layers.layers[dough].sent: is missing"),
    ],
    (CAKE, "id: dough"): [
        ("id: tray", "16:7: layers.layers[tray].id: 'tray' stands twice"),
        ("id: first", "16:7: layers.layers[first].id: 'first' is the first build"),
    ],
    (CAKE, "      shared: true\n      fetched: true\n"): [
        ("", "17:7: layers.layers[dough].shared: lies on a layer that is not shared"),
    ],
    (CAKE, "sent: {example: 2, unit: min}"): [
        ("sent: {example: 2, unit: MB}", "20:7: layers.layers[dough].sent: is of data, and the first size of time"),
        ("sent: {example: 2, unit: minute}", "20:26: layers.layers[dough].sent.unit: there is no unit 'minute'"),
    ],
    (CAKE, "[1, 3]"): [
        ("[1, 1]", "7:15: layers.counts[1]: 1 stands twice"),
        ("[0]", "7:12: layers.counts[0]: must be at least 1"),
        ("[1, 13]", "7:15: layers.counts[1]: must be at most 12"),
        ("[]", "7:3: layers.counts: needs at least 1 of what it lists"),
    ],
    (CAKE, "  control: What changes\n"): [
        ("  control: What changes\n  changed: doug\n", "6:3: layers.changed: there is no layer 'doug'"),
    ],
    (CAKE, "  exceptions: [Two doughs share no tray.]\n"): [
        ("", "4:1: layers.exceptions: is missing"),
        ("  exceptions: []\n", "27:3: layers.exceptions: needs at least 1 of what it lists"),
    ],
    (CAKE, "name: Icing"): [
        ("name: Icing of sugar and of almonds", "23:7: layers.layers[icing].name: has no room on a phone beside 'changed in one'"),
    ],
    (CAKE, "    - id: dough\n      name: Dough\n      holds: The same for all.\n      shared: true\n      sent: {example: 2, unit: min}\n      stored: {example: 4, unit: min}\n    - id: icing\n      name: Icing\n      holds: Sugar.\n      sent: {example: 1, unit: min}\n      stored: {example: 3, unit: min}\n"): [
        ("", "8:3: layers.layers: needs at least 2 of what it lists"),
    ],
    (BREAK, "[trays]"): [
        ("[tray]", "5:14: failure.diagrams[0]: there is no diagram 'tray'\n    hint: did you mean 'trays'?"),
        ("[trays, trays]", "5:21: failure.diagrams[1]: 'trays' stands twice"),
        ("[trays, kitchen]", "5:3: failure.diagrams: readers cannot tell two parts apart: 'Cup'"),
        ("[trays, cup, kitchen, trays]", "5:3: failure.diagrams: lists more than 3"),
        ("[]", "5:3: failure.diagrams: needs at least 1 of what it lists"),
    ],
    (BREAK, "tone: china"): [
        ("tone: red", "6:3: failure.tone: no part has the tone 'red'\n    hint: choose one of china, clay, wood"),
        ("tone: chino", "6:3: failure.tone: no part has the tone 'chino'"),
        ("tone: wood", "10:5: failure.task.within: nothing in 'cups' has the tone 'wood'\n    hint: name what holds some of it"),
    ],
    (BREAK, "  called: cups\n"): [
        ("", "4:1: failure.called: is missing"),
        ("  called: " + "cups " * 13 + "\n", "7:3: failure.called: has more than 60 characters"),
    ],
    (BREAK, "    within: cups\n"): [
        ("", "9:5: failure.task.question: no part alone stops all of these: Tea, Coffee (Breakfast), Tea, Coffee (Supper)\n    hint: name in 'within'"),
        ("    within: cup\n", "10:5: failure.task.within: there is no part 'cup'\n    hint: did you mean 'cups'?"),
        ("    answer: table\n", "10:5: failure.task.answer: unknown key"),
    ],
    (ROOMS, "{lid} label"): [
        ("{lit} label", "7:3: views.command: there is no switch 'lit'"),
        ("label", "9:8: views.switches[lid].id: stands 0 times in the command\n    hint: write {lid} once, where its words belong"),
        ("{lid} {lid} label", "9:8: views.switches[lid].id: stands 2 times in the command"),
    ],
    (ROOMS, '{green} tea"\n  switches:\n    - {id: lid, name: Lid, says: It is opened before., adds: open lid;}\n    - {id: green'): [
        ('{window} tea"\n  switches:\n    - {id: lid, name: Lid, says: It is opened before., adds: open lid;}\n    - {id: window', "10:8: views.switches[window].id: 'window' is the choice between the windows\n    hint: choose another id"),
    ],
    (ROOMS, "id: green"): [
        ("id: Green", "10:8: views.switches[Green].id: must be lower case"),
    ],
    (ROOMS, "    - {id: green, name: Green, says: The label says so., adds: --green}\n"): [
        ("", "8:3: views.switches: needs at least 2 of what it lists"),
    ],
    (ROOMS, "        - command: ls\n"): [
        ("", "25:5: views.recorded.commands: a command, or a switch, has changed since it was recorded\n    hint: run: make transcripts"),
        ("        - command: ls\n        - command: pwd\n", "27:5: views.recorded.commands: a command, or a switch, has changed since it was recorded"),
        ("        - command: ls -l\n", "26:5: views.recorded.commands: a command, or a switch, has changed since it was recorded"),
    ],
    (ROOMS, '            - ["label --green tea"]\n'): [
        ("", "30:11: views.recorded.windows[0][0].outputs: lacks the state 'green: on'\n    hint: run: make transcripts"),
        ('            - ["label --green tea"]\n            - ["label"]\n', "30:11: views.recorded.windows[0][0].outputs: has more outputs than states"),
        ('            - ["label tea"]\n', "27:5: views.recorded.output: what was recorded has been changed by hand"),
    ],
    (ROOMS, 'by: ["green"]'): [
        ('by: ["gren"]', "29:16: views.recorded.windows[0][0].by[0]: there is no switch 'gren'\n    hint: did you mean 'green'?"),
    ],
    (ROOMS, "      start: room\n"): [
        ("", "17:7: views.windows[1].start: is missing"),
    ],
    (LES, "title: Drinks"): [
        ("title: 1.5", "2:1: title: must be text"),
        ("title: true", "2:1: title: must be text"),
        ("title: ~", "2:1: title: is empty"),
        ("title: !!str x", "2:8: tags (!name) are not used here"),
        ("title: &a x", "2:8: anchors (&name) are not used here"),
        ('title: "a\\nb"', "2:1: title: must be one line without < and >"),
        ('title: "\\x1b"', "2:8: hidden character U+001B, written as an escape"),
        ("!x title: Drinks", "2:1: tags (!name) are not used here"),
        ("title: Drinks\n<<: {a: b}", "3:1: merge keys (<<) are not used here"),
        ("title: 1e3", "2:1: title: must be text"),
    ],
    (POTS, "example: 2, unit: h, least: 1, most: 24"): [
        ("example: 0, unit: h, least: 1, most: 24", "12:28: capacity.resources[shelf].has.example: must be at least 0.0001"),
        ("example: 2, unit: h, least: 0, most: 24", "12:49: capacity.resources[shelf].has.least: must be more than 0"),
        ("example: 48, unit: h, least: 1, most: 24", "12:7: capacity.resources[shelf].has: 48 is not between 1 and 24"),
        ("example: 2, unit: h, least: 24, most: 24", "12:60: capacity.resources[shelf].has.most: is not more than 'least'"),
        ("example: 2, unit: hour, least: 1, most: 24", "12:40: capacity.resources[shelf].has.unit: there is no unit 'hour'\n    hint: did you mean 'h'?"),
        ("example: 2, unit: GB, least: 1, most: 24", "13:7: capacity.resources[shelf].kept: is of time, and 'has' of data"),
    ],
    (POTS, "figure: tea-time, least: 5"): [
        ("figure: tea-tine, least: 5", "14:30: capacity.resources[shelf].needs.figure: there is no figure 'tea-tine'"),
        ("least: 5", "14:7: capacity.resources[shelf].needs: names no figure and no way, or both"),
        ("figure: tea-time, unit: min, least: 5", "14:48: capacity.resources[shelf].needs.unit: a figure has a unit of its own"),
        ("figure: tea-time, example: 9, least: 5", "14:48: capacity.resources[shelf].needs.example: is an example, and names a figure"),
        ("figure: tea-time, least: 6", "14:68: capacity.resources[shelf].needs.step: no step leads to 10"),
    ],
    (POTS, "coffee: {figure"): [
        ("cofee: {figure", "16:9: capacity.resources[shelf].adds.cofee: there is no way 'cofee'"),
    ],
    (POTS, "ways: [tea]"): [
        ("ways: [te]", "26:66: capacity.limits[people].ways[0]: there is no way 'te'"),
    ],
    (POTS, "leaves: 9"): [
        ("leafs: 9", "28:43: capacity.examples[0].has.leafs: there is no resource 'leafs'"),
        ("leaves: 9000000", "28:43: capacity.examples[0].has.leaves: 9,000,000 is not between"),
    ],
}  # fmt: skip
"""By file and by the text that is replaced."""
