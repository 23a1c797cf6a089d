"""The decision helper: questions whose answers point towards subjects, and the advice for what they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from macros.html.markup import Name, render
from macros.reading.datafile import Fault, Id, Model, Text, twice
from macros.reading.positions import Loc

MOST_SUBJECTS = 6
"""Of one helper: each doubles the sets that answers can add up to, and so the outcomes to write."""


class Answer(Model):
    """One answer: the subjects that it speaks for, and why."""

    id: Id = Field(description="stands in the address when it is chosen")
    text: Name = Field(description="the answer to choose")
    towards: tuple[Id, ...] = Field(
        default=(), max_length=MOST_SUBJECTS, description="the subjects that it speaks for; none moves nothing"
    )
    because: Text = Field(description="what the answer means")
    rows: tuple[Id, ...] = Field(default=(), max_length=10, description="the rows of the comparison that justify it")


class Question(Model):
    """A plain question about the reader's work."""

    id: Id = Field(description="stands in the address with the answer")
    question: Text = Field(description="what is asked")
    answers: tuple[Answer, ...] = Field(min_length=2, max_length=6, description="of which one is chosen")


class Outcome(Model):
    """The advice when the answers speak for just these subjects."""

    subjects: tuple[Id, ...] = Field(max_length=6, description="what the answers speak for, all together")
    name: Text = Field(description="the advice in a few words")
    advice: Text = Field(description="the advice, and what to do next")


class Decision(Model):
    """Questions, and one outcome for every set of subjects that their answers can add up to."""

    title: Text = Field(description="what the helper is called")
    questions: tuple[Question, ...] = Field(min_length=1, max_length=12, description="in their order")
    outcomes: tuple[Outcome, ...] = Field(min_length=1, max_length=64, description="one for each set of subjects")

    def faults(self) -> Iterator[Fault]:
        """Yield too many subjects, ids that stand twice, and answers that no row justifies."""
        if len(named := {name for _, kind, name in self.names() if kind == "subject"}) > MOST_SUBJECTS:
            yield (), f"names {len(named)} subjects, more than {MOST_SUBJECTS}", "make two helpers"
        yield from twice("questions", [question.id for question in self.questions])
        for index, question in enumerate(self.questions):
            ids = [answer.id for answer in question.answers]
            for (_, number, _), message, hint in twice("answers", ids):
                yield ("questions", index, "answers", number, "id"), message, hint
            for number, answer in enumerate(question.answers):
                yield from _repeated(("questions", index, "answers", number, "towards"), answer.towards)
                yield from _repeated(("questions", index, "answers", number, "rows"), answer.rows)
                if answer.towards and not answer.rows:
                    hint = "name the rows of the comparison that justify it: 'rows: [start-up]'"
                    yield ("questions", index, "answers", number), "moves the advice and names no row", hint

        for index, outcome in enumerate(self.outcomes):
            yield from _repeated(("outcomes", index, "subjects"), outcome.subjects)

    def gaps(self) -> Iterator[Fault]:
        """Yield outcomes that are missing, stand twice or are never reached; all names must be known."""
        reachable, seen = self.reachable(), set[frozenset[str]]()
        for index, outcome in enumerate(self.outcomes):
            subjects = frozenset(outcome.subjects)
            if subjects in seen:
                yield ("outcomes", index, "subjects"), "these subjects stand twice", "keep one of the two outcomes"
            elif subjects not in reachable:
                yield ("outcomes", index, "subjects"), "no answers add up to these subjects", "delete the outcome"
            seen.add(subjects)
        for missing in sorted(sorted(subjects) for subjects in reachable - seen):
            yield (
                ("outcomes",),
                f"no outcome for [{', '.join(missing)}]",
                (f"answers can add up to these: add '- {{subjects: [{', '.join(missing)}], name: …, advice: …}}'"),
            )

    def names(self) -> Iterator[tuple[Loc, str, str]]:
        """Yield each subject and row that is named: its place in the file, its kind and its id."""
        for index, question in enumerate(self.questions):
            for number, answer in enumerate(question.answers):
                here = ("questions", index, "answers", number)
                yield from (((*here, "towards", place), "subject", name) for place, name in enumerate(answer.towards))
                yield from (((*here, "rows", place), "row", name) for place, name in enumerate(answer.rows))
        for index, outcome in enumerate(self.outcomes):
            for place, name in enumerate(outcome.subjects):
                yield ("outcomes", index, "subjects", place), "subject", name

    def reachable(self) -> set[frozenset[str]]:
        """Return every set of subjects that answers can add up to; a question may stay without answer."""
        reached = {frozenset[str]()}
        for question in self.questions:
            reached |= {before | {*answer.towards} for before in reached for answer in question.answers}
        return reached


@dataclass(frozen=True)
class Names:
    """Names of subjects by their ids, and names and addresses of rows by theirs."""

    subjects: dict[str, str]
    rows: dict[str, tuple[str, str]]


def decision(found: Decision, names: Names) -> str:
    """Return the questions with what each answer means, and all outcomes; a script makes it interactive."""
    return render("decision.html.j2", decision=found, names=names)


def _repeated(loc: Loc, names: tuple[str, ...]) -> Iterator[Fault]:
    """Yield each name that stands in a list before."""
    for index, name in enumerate(names):
        if name in names[:index]:
            yield (*loc, index), f"'{name}' stands twice", "keep one of the two"
