"""The examples that explain a rule: the cases it is tested on, as a reader sees them, with what comes of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recon.messages import say
from recon.model.case import Case
from recon.model.rule import Rule, Vocabulary
from recon.model.source import TOTAL
from recon.rulebook.cases import shipped_cases

_KEPT = ("table_role", "code", "element", "source", "period", "amount")


@dataclass(frozen=True, slots=True)
class Example:
    """sentence: the example as the rule states it, "" where it states none. lines: the figures or the document of a
    case. outcome: what comes of it, in words."""

    sentence: str
    lines: tuple[str, ...]
    outcome: str


def example(rule: Rule, kind: str, lang: str, vocabulary: Vocabulary) -> Example | None:
    """The first case that `holds` or `breaks` and does nothing else; None where the rule has neither case nor words."""
    sentence = rule.example.get(kind, {}).get(lang, "")
    outcome = say(f"rules.explain.outcome.{kind}", lang)
    case = next(_cases(rule, kind), None)
    if case is None:
        return Example(sentence, (), outcome) if sentence else None
    lines = _document(case.document) if case.document else _table(case.figures, lang, vocabulary)
    outcomes = list(_breaches(case, rule, lang, vocabulary)) if kind == "breaks" else []
    return Example(sentence, tuple(lines), "; ".join(outcomes) or outcome)


def _cases(rule: Rule, kind: str) -> Iterator[Case]:
    """Those with the outcome that is wanted and no other."""
    for case in rule.cases or shipped_cases(rule.code):
        if case.verdicts is not None:
            verdicts = {word for word, number in case.verdicts.items() if number}
            if verdicts == {"holds" if kind == "holds" else "broken"}:
                yield case
        elif case.findings is not None and bool(case.findings) == (kind == "breaks"):
            yield case


def _document(text: str) -> list[str]:
    return [line.replace("|", " | ").strip(" ") for line in text.rstrip().splitlines()]


def _table(text: str, lang: str, vocabulary: Vocabulary) -> list[str]:
    """The figures of a case in columns, with heads and sources in the reader's language."""
    head, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    filled = {n for n in range(len(head)) if any(row[n] for row in rows)}
    told_by_role = "table_role" in head
    shown = [n for n, name in enumerate(head) if n in filled and (
        name in _KEPT or (len({row[n] for row in rows}) > 1 and not (name == "table" and told_by_role)))]
    told = [[_head(head[n], lang) for n in shown]]
    told += [[_word(head[n], row[n] if n < len(row) else "", lang, vocabulary) for n in shown] for row in rows]
    widths = [max(len(row[k]) for row in told) for k in range(len(shown))]
    right = {k for k, n in enumerate(shown) if head[n] == "amount"}
    return [
        "   ".join(cell.rjust(w) if k in right else cell.ljust(w)
                   for k, (cell, w) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in told
    ]  # fmt: skip


def _head(name: str, lang: str) -> str:
    return say(f"rules.explain.head.{name}", lang) if name in _KEPT else name


def _word(name: str, text: str, lang: str, vocabulary: Vocabulary) -> str:
    if name == "source":
        return _source(text, lang, vocabulary)
    if name == "period" and text == TOTAL:
        return say("report.period.total", lang)
    if name == "table_role":
        return say(f"rules.explain.table.{text}", lang)
    return text.replace(".", ",") if name == "amount" else text


def _source(code: str, lang: str, vocabulary: Vocabulary) -> str:
    source = vocabulary.source_tree.get(code)
    return (source.title_en if lang == "en" else source.title_ru) or code


def _breaches(case: Case, rule: Rule, lang: str, vocabulary: Vocabulary) -> Iterator[str]:
    for entry in case.broken:
        words = [entry.get("code", ""), _source(entry["source"], lang, vocabulary) if entry.get("source") else "",
                 _word("period", entry.get("period", ""), lang, vocabulary)]  # fmt: skip
        amounts = {name: _word("amount", entry.get(name, "–"), lang, vocabulary)
                   for name in ("stated", "computed", "difference")}  # fmt: skip
        yield f"{' · '.join(filter(None, words))}: {say('report.sentence', lang, **amounts, unit='')}"
    for entry in case.findings or ():
        words = [entry.get("code", ""), _source(entry["source"], lang, vocabulary) if entry.get("source") else "",
                 _word("period", entry.get("period", ""), lang, vocabulary)]  # fmt: skip
        if entry.get("line"):
            words.append(say("rules.explain.line", lang, number=entry["line"]))
        yield f"{rule.title[lang]} ({' · '.join(filter(None, words))})" if any(words) else rule.title[lang]
