"""What a finding, a cause, a place or a fault says in words: the sentences that all reports share."""

from __future__ import annotations

from recon.messages import has, say
from recon.model.amount import State
from recon.model.cause import Repair
from recon.model.errors import ReconError
from recon.model.finding import Finding
from recon.model.identity import Identity, Verdict
from recon.model.locator import Locator
from recon.model.reconciliation import DocumentResult, Reconciliation
from recon.model.rule import Severity
from recon.telling.excerpts import Scene, style_of
from recon.telling.notation import NO_BREAK, Notation, exact, squeezed, written

_STATES = {
    State.BLANK: "blank",
    State.UNREADABLE: "unreadable",
    State.NOT_APPLICABLE: "not-applicable",
    State.LEFT_OUT: "left-out",
}
_NAME = 48


def scene(result: Reconciliation, lang: str, columns: int, everything: bool) -> Scene:
    """What the excerpts of `result` are drawn with."""
    grids = {document.path: document.grids for document in result.documents}
    return Scene(grids, result.rulebook.vocabulary.source_tree, lang, columns, everything)


def severity(which: Severity, lang: str) -> str:
    return say(f"report.severity.{which.value}", lang)


def headline(finding: Finding, lang: str) -> str:
    """Subject, verb, object; true without the rest."""
    title = finding.rule.title.get(lang) or finding.rule.name
    identity = finding.identity
    if identity is not None and identity.verdict is Verdict.UNDECIDED:
        return say("report.headline.undecided", lang, why=undecided_why(identity, lang))
    if identity is not None and identity.verdict is Verdict.ROUNDING:
        return say("report.headline.rounding", lang, title=title)
    own = f"{finding.message}.headline"
    return say(own, lang) if has(own) else title


def undecided_why(identity: Identity, lang: str) -> str:
    """What keeps an identity from being decided."""
    states = [term.state for term in (identity.stated, *identity.terms)]
    why = next((word for state, word in _STATES.items() if state in states), "incomplete")
    return say(f"report.undecided.{why}", lang)


def what(scene: Scene, code: str, element: str, source: str, period: str) -> str:
    """The figure that is meant: `1.6 · regional budget · 2020`."""
    name = code or squeezed(element)
    words = [name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…"]
    words += [scene.source(source)] if source else []
    words += [scene.period(period)] if period else []
    return " · ".join(word for word in words if word)


def place(at: Locator, lang: str) -> str:
    """The place as its own format says it: `table 3, row 87, column 5`, `sheet Budget, cell F12`."""
    if at.sheet is not None:
        words = [say("report.place.sheet", lang, name=at.sheet)]
        return ", ".join(words + ([say("report.place.cell", lang, name=at.cell)] if at.cell else _in_table(at, lang)))
    words = _numbers(at, lang, "line", "page")
    if at.line is None:
        words += _numbers(at, lang, "paragraph")
    if at.table is not None and at.table.startswith("t"):
        words.append(say("report.place.table", lang, number=at.table.removeprefix("t")))
    return ", ".join(words + _in_table(at, lang))


def _in_table(at: Locator, lang: str) -> list[str]:
    return [] if at.paragraph is not None else _numbers(at, lang, "row", "column")


def _numbers(at: Locator, lang: str, *names: str) -> list[str]:
    return [say(f"report.place.{name}", lang, number=str(number)) for name in names if (number := getattr(at, name))]


def address(at: Locator) -> str:
    """The place in the form that tools jump to: `path:line:column`, `path!Sheet!F12`, `path:t3:87:5`."""
    if at.sheet is not None:
        return f"{at.document}!{at.sheet}!{at.cell or f'R{at.row}C{at.column}'}"
    if at.line is not None:
        prose = at.paragraph is not None or at.column is None
        return f"{at.document}:{at.line}:{at.span[0] + 1 if prose and at.span else at.column or 1}"
    if at.paragraph is not None:
        return f"{at.document}:p{at.paragraph}"
    return ":".join([at.document, *(str(number) for number in (at.table, at.row, at.column) if number)])


def unit(result: Reconciliation, code: str, at: Locator, lang: str) -> str:
    """A unit as the document prints it where that is known, else in the reader's language."""
    titles = result.rulebook.vocabulary.unit_titles.get(code, {})
    tables = [table.meaning for document in result.documents if document.path == at.document
              for table in document.tables if table.meaning.unit in titles.values()]  # fmt: skip
    tables.sort(key=lambda meaning: meaning.id != at.table)
    return tables[0].unit if tables else titles.get(lang, code)


def amounts(identity: Identity, style: Notation | None) -> dict[str, str]:
    """Stated, computed, difference and allowed, exactly; in `style`, or with a point where it is None."""
    decimals = max(term.decimals for term in (identity.stated, *identity.terms))
    values = {
        "stated": (identity.stated.amount, identity.stated.decimals),
        "computed": (identity.computed, decimals),
        "difference": (identity.difference, decimals),
        "allowed": (identity.allowed, 0),
        "needed": (identity.needed, decimals),
    }
    said = {}
    for name, (value, digits) in values.items():
        if value is None:
            continue
        signed = name == "difference"
        said[name] = written(value, digits, style, signed) if style else exact(value, digits)
    return said


def sentence(finding: Finding, result: Reconciliation, lang: str) -> str:
    """What is wrong, in one sentence with its figures."""
    identity = finding.identity
    if identity is None:
        return say(finding.message, lang, **finding.parameters)
    style = style_of((identity.stated, *identity.terms), lang)
    said = amounts(identity, style)
    said["unit"] = spaced(unit(result, identity.unit, identity.stated.at, lang))
    if identity.verdict is Verdict.UNDECIDED:
        return "; ".join([headline(finding, lang), *undecided(identity, result, lang)])
    if identity.relation == "at-most" and identity.difference is not None:
        said["difference"] = written(abs(identity.difference), identity.stated.decimals, style)
    key = "report.sentence.at-most" if identity.relation == "at-most" else "report.sentence"
    return say(key, lang, **said)


def spaced(unit: str) -> str:
    return NO_BREAK + unit if unit else ""


def undecided(identity: Identity, result: Reconciliation, lang: str) -> list[str]:
    """What would decide an identity: the one value that makes it hold, and its place."""
    blank = [term for term in (identity.stated, *identity.terms) if term.state is State.BLANK]
    if identity.needed is None or not blank:
        return []
    decimals = max(term.decimals for term in (identity.stated, *identity.terms))
    needed = written(identity.needed, decimals, style_of((identity.stated, *identity.terms), lang))
    suffix = spaced(unit(result, identity.unit, identity.stated.at, lang))
    return [say("report.needed", lang, needed=needed, unit=suffix, place=place(blank[0].at, lang))]


def reasons(document: DocumentResult, lang: str) -> list[str]:
    """What of a document was not read, and why: its error first, then its notes."""
    said = [say(key, lang, **parameters) for key, parameters in document.notes]
    error = document.error
    return said if error is None else [say(error.key, lang, **error.parameters), *said]


def slip(repair: Repair, lang: str) -> str:
    """What kind of slip a repair undoes, in brackets; nothing where it has no name."""
    key = f"report.slip.{repair.slip}"
    if not has(key):
        return ""
    if repair.slip == "digit" and repair.stated is not None:
        was, new = exact(repair.stated, repair.decimals), exact(repair.proposed, repair.decimals)
        differing = [(a, b) for a, b in zip(was, new, strict=False) if a != b]
        if len(was) == len(new) and len(differing) == 1:
            return f" ({say(f'{key}.which', lang, was=differing[0][0], new=differing[0][1])})"
    return f" ({say(key, lang)})"


def fault(error: ReconError, lang: str) -> str:
    """An error as it is shown: headline, place, next step. Each fault of a rule file is shown by itself."""
    faults = error.parameters.get("faults")
    if isinstance(faults, tuple) and faults:
        return "\n\n".join(each.text(lang) for each in faults)
    parameters = {name: value for name, value in error.parameters.items() if name != "faults"}
    lines = [f"{say('report.fault', lang)}: {say(error.key, lang, **parameters)}"]
    path = str(parameters.get("path", ""))
    at = Locator(path, **{name: parameters[name] for name in _PLACES if parameters.get(name)})  # type: ignore[arg-type]
    where = place(at, lang)
    if path:
        lines.append(f"  --> {path}{', ' + where if where else ''}")
    help_key = f"{error.key}.help"
    return "\n".join(lines + ([f"  = {say(help_key, lang, **parameters)}"] if has(help_key) else []))


_PLACES = ("line", "table", "row", "column", "sheet", "cell", "page", "paragraph")
