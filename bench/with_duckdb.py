"""The same identities in SQL on DECIMAL: DuckDB, all threads, the CSV read included."""

from __future__ import annotations

import sys

import duckdb

TEXTS = ("document", "code", "element", "source", "period")
CHECK = """
SELECT count(*), count(*) FILTER (f.amount <> s.amount) FROM figures f JOIN (
  SELECT document, {code} AS code, {source} AS source, {period} AS period, sum(amount) AS amount
  FROM figures WHERE {where} GROUP BY ALL) s USING (document, code, source, period)
"""
PARENT = "CASE WHEN contains(code, '.') THEN regexp_replace(code, '[.][^.]*$', '') ELSE '' END"
RULES = [
    {"code": "code", "source": "'total'", "period": "period", "where": "source <> 'total'"},
    {"code": "code", "source": "source", "period": "'total'", "where": "period <> 'total'"},
    {"code": PARENT, "source": "source", "period": "period", "where": "code IS NOT NULL AND code <> ''"},
]


def main() -> None:
    connection = duckdb.connect()
    types = ", ".join([*(f"'{name}': 'VARCHAR'" for name in TEXTS), "'amount': 'DECIMAL(18,1)'"])
    connection.execute(
        "CREATE TABLE figures AS SELECT document, coalesce(code, '') AS code, element, source, period, amount "
        f"FROM read_csv(?, header = true, columns = {{{types}}})",
        [sys.argv[1]],
    )
    bound = broken = 0
    for rule in RULES:
        pairs = connection.execute(CHECK.format(**rule)).fetchone()
        bound, broken = bound + pairs[0], broken + pairs[1]
    figures = connection.execute("SELECT count(*) FROM figures").fetchone()[0]
    print(f"figures={figures} bound={bound} broken={broken}")


if __name__ == "__main__":
    main()
