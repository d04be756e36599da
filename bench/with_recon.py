"""recon itself on a ledger file: read, bind, judge; with `--truth` also recall and precision of what it found.

This goes the way of the engine without its reports, so that the parts can be timed by themselves.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

BEGIN = time.perf_counter()
RULES = [("SRC01", "source"), ("PER01", "period"), ("HIE01", "element")]


def vocabulary():
    from recon.model.amount import Unit
    from recon.model.rule import Vocabulary
    from recon.model.source import FundingSource, SourceTree

    known = [
        FundingSource("total", None),
        FundingSource("budgetary", "total"),
        FundingSource("federal", "budgetary"),
        FundingSource("consolidated", "budgetary"),
        FundingSource("regional", "consolidated"),
        FundingSource("local", "consolidated"),
        FundingSource("extrabudgetary", "total"),
    ]
    unit = Unit("thousand-rubles", "RUB", 3)
    return Vocabulary(SourceTree({s.code: s for s in known}), (), (), {unit.code: unit}, {}, {}, ())


def main() -> None:
    path = sys.argv[1]
    from recon.checks import parts_add_to_whole
    from recon.checks.judge import covered, judge
    from recon.ledger import files
    from recon.model.identity import Verdict
    from recon.model.rule import Origin, Rule, Severity

    marks = [("start", time.perf_counter())]
    words = vocabulary()
    ledger = files.read(path, words)
    marks.append(("read", time.perf_counter()))
    bounds, judgeds = [], []
    for code, along in RULES:
        rule = Rule(code, code, {}, "parts-add-to-whole", Severity.ERROR, {}, Origin("", 1, 1), {"along": along})
        bounds.append(parts_add_to_whole.bind(ledger, words, rule.parameters))
        marks.append((f"bind {along}", time.perf_counter()))
        judgeds.append(judge(ledger, bounds[-1], rule))
        marks.append((f"judge {along}", time.perf_counter()))
    seen = int(covered(ledger, bounds, judgeds).sum())
    marks.append(("cover", time.perf_counter()))
    broken = sum(judged.count(Verdict.BROKEN) for judged in judgeds)
    bound = sum(map(len, bounds))
    print(f"figures={len(ledger)} covered={seen} bound={bound} broken={broken}")
    if "--parts" in sys.argv:
        before = BEGIN
        for name, at in marks:
            print(f"  {name:14} {1000 * (at - before):8.0f} ms")
            before = at
    if "--truth" in sys.argv:
        found = set()
        frame, elements = ledger.figures, ledger.elements
        for (code, _), bound_, judged in zip(RULES, bounds, judgeds, strict=True):
            for figure in bound_.total[judged.where(Verdict.BROKEN)].tolist():
                row = frame.iloc[figure]
                found.add((code, row["document"], elements["code"].iat[row["element"]], row["source"], row["period"]))
        truth = {tuple(line.split("\t")) for line in Path(path).with_suffix(".truth").read_text("utf-8").splitlines()}
        right = len(found & truth)
        print(f"recall={right / max(len(truth), 1):.6f} precision={right / max(len(found), 1):.6f}")


if __name__ == "__main__":
    main()
