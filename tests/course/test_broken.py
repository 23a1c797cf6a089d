"""What falls in the diagrams of this course when a part fails, worked out by hand."""

from macros.assembly.course import Course
from macros.assembly.drawn import drawable, material
from macros.diagram.tree import walk
from macros.interactive.failure import Failure
from macros.interactive.parts import called
from macros.interactive.standing import falls
from tests.conftest import ROOT
from tests.interactive.test_failure import fallen

COURSE = Course.read(ROOT / "docs")
MEND = "the diagram and what falls in it do not fit: work it out again, and change it here"


def test_the_engine_beside_two_stacks_carries_nothing_and_stands_on_the_shared_kernel() -> None:
    found = fallen(COURSE.diagrams["two-stacks"].scene)

    assert "Engine" not in found, MEND
    assert (
        "Engine, App (Containers, A), Libraries (Containers, A), App (Containers, B), Libraries (Containers, B)"
        == (found["Host kernel"])
    ), MEND
    assert {"Host kernel", "Hypervisor"} == {
        name for name in found if name in {"Host kernel", "Hypervisor", "Engine"}
    }, MEND
    assert 8 == len(found["Hypervisor"].split("), ")), MEND


def test_what_places_pods_by_an_arrow_does_not_fall_with_the_hypervisor() -> None:
    found = fallen(COURSE.diagrams["on-top"].scene)

    assert "Control plane" not in found["Hypervisor"], MEND
    assert "Web, Sidecar, Volume" == found["Guest kernel (Tenant A, Node 1: a VM)"], MEND
    assert "Pod (Tenant B: a VM)" == found["Guest kernel (Tenant B: a VM)"], MEND


def test_every_part_of_a_diagram_has_its_place() -> None:
    found = fallen(COURSE.diagrams["every-part"].scene)

    assert (
        "A box, and another box, has an outline, around one part, container, A stack, Guest system"
        == found["Hypervisor"]
    ), MEND
    assert {"A box", "and another box"} <= {*found["around one part"].split(", ")}, MEND
    assert max(found.values(), key=len) == next(above for name, above in found.items() if name.startswith("A scale")), (
        MEND
    )


def test_parts_with_the_same_words_are_told_apart_by_what_holds_only_them() -> None:
    names = [part.name for part in called(COURSE.diagrams["kernel-fails"].scene, {})]

    assert ["App A (Containers)", "Host kernel: shared", "Hardware (Containers)"] == [names[0], names[3], names[4]], (
        MEND
    )
    assert ["App A (Virtual machines)", "Kernel A"] == names[5:7], MEND


def test_several_diagrams_are_one_picture_below_their_titles_and_arrows_lead_where_they_did() -> None:
    kind = Failure(diagrams=("kernel-fails", "two-stacks"), tone="application", called="applications")
    shown = kind.shown(material(COURSE))

    assert [] == [*kind.gaps(material(COURSE))], MEND
    assert {"App A (Containers)", "Engine"} <= {outage.part.name for outage, _, _ in shown["said"]}, MEND
    assert all("What is shared, and what is separate" in drawn for _, drawn in shown["drawings"]), MEND


def test_every_diagram_of_the_course_can_be_read() -> None:
    for name, diagram in drawable(COURSE).items():
        found = falls(diagram.scene)

        assert {*found} == {
            loc for loc, node, _ in walk(diagram.scene) if hasattr(node, "tone") and not hasattr(node, "group")
        }, name
