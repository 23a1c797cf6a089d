"""What Chromium leaves out of a tagged PDF and PDF/UA asks for: https://pdfa.org/resource/iso-14289-pdfua/."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Operator,
    Page,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from macros.paper.site import moment

_Instruction = ContentStreamInstruction | ContentStreamInlineImage

_ROLES = {"Strong": "Span", "Em": "Span", "Aside": "Div", "FENote": "Note", "Title": "P", "Sub": "Span"}
"""Tags of PDF 2.0 as those of PDF 1.7, which PDF/UA-1 knows."""

_BEGINS_PATH = {"m", "re"}
_ENDS_PATH = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"}
_SHOWS = {"Tj", "TJ", "'", '"', "Do", "sh", "EI"}
_LONGEST = 150
"""Letters of what a link is said to lead to."""


@dataclass(frozen=True)
class Said:
    """What a PDF says of itself."""

    title: str
    language: str
    authors: str
    about: str


def tagged(printed: bytes, said: Said, headings: Sequence[str], places: Mapping[str, str]) -> bytes:
    """Return what Chromium printed as PDF/UA-1.

    headings are those of the document, and places holds what stands at each place that a link leads to.
    """
    with Pdf.open(BytesIO(printed)) as pdf:
        root = pdf.Root
        root.Lang = String(said.language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.StructTreeRoot.RoleMap = Dictionary({f"/{name}": Name(f"/{role}") for name, role in _ROLES.items()})
        _described(pdf, said)
        _named(pdf, headings)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
            page.contents_coalesce()
            page.Contents = pdf.make_stream(_decorated(page))
            for link in page.obj.get("/Annots", Array()):
                link.Contents = String(_leads_to(link, places))
        saved = BytesIO()
        pdf.save(saved, min_version="1.7", deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
        return saved.getvalue()


def _described(pdf: Pdf, said: Said) -> None:
    """Write title, authors and the mark of PDF/UA-1 into a PDF, with the day on which its site was built."""
    made = moment()
    day = String(made.strftime("D:%Y%m%d%H%M%SZ"))
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = day
    pdf.docinfo["/Title"], pdf.docinfo["/Author"] = String(said.title), String(said.authors)
    if "/Creator" in pdf.docinfo:
        del pdf.docinfo["/Creator"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.register_xml_namespace("http://www.aiim.org/pdfua/ns/id/", "pdfuaid")
        metadata["pdfuaid:part"] = "1"
        metadata["dc:title"], metadata["dc:creator"] = said.title, [said.authors]
        metadata["dc:description"], metadata["dc:language"] = said.about, {said.language}
        metadata["xmp:CreateDate"] = metadata["xmp:ModifyDate"] = made.isoformat()


def _named(pdf: Pdf, headings: Sequence[str]) -> None:
    """Name the outline as the headings are written: Chromium leaves out the space where a line of one ends."""
    items = [*_outlined(pdf.Root.Outlines)] if "/Outlines" in pdf.Root else []
    for item, heading in zip(items, headings, strict=True):
        item.Title = String(heading)


def _outlined(item: Object) -> Iterator[Object]:
    """Yield all items of an outline below one, in the order in which they are read."""
    below = item.get("/First")
    while below is not None:
        yield below
        yield from _outlined(below)
        below = below.get("/Next")


def _leads_to(link: Object, places: Mapping[str, str]) -> str:
    """Return in words where a link leads."""
    if "/Dest" in link:
        name = str(link.Dest).removeprefix("/")
        return places.get(name, name)[:_LONGEST]
    return str(link.A.get("/URI", ""))


def _decorated(page: Page) -> bytes:
    """Return the content of a page, in which everything that has no tag is marked as decoration."""
    return unparse_content_stream([*_marked(parse_content_stream(page))])


def _marked(content: Sequence[_Instruction]) -> Iterator[_Instruction]:
    """Yield a content stream with marks around what has none: paths as wholes, texts and pictures one by one."""
    begin = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    end = ContentStreamInstruction([], Operator("EMC"))
    depth, in_path = 0, False
    for one in content:
        operator = str(one.operator)
        depth += operator in {"BMC", "BDC"}
        starts = not depth and not in_path and operator in _BEGINS_PATH | _SHOWS
        if starts:
            yield begin
        in_path = not depth and (in_path or operator in _BEGINS_PATH) and operator not in _ENDS_PATH
        yield one
        if not depth and (operator in _ENDS_PATH | _SHOWS):
            yield end
        depth -= operator == "EMC"
