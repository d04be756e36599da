"""Wherever the corpus names the cause of its failures, it is the first answer."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

import recon
from tests.shared_documents import corpus

#: by document: the kind of the cause, the figure of the part that was left out, and what should read how. Where totals
#: were not worked out anew, passport and table repeat them.
_LEFT_OUT_YEAR = {"total": "5593.009", "local": "335.039", "extrabudgetary": "4178.35"}
CAUSES: dict[str, tuple[str, set[tuple[str, str, str, Decimal]]]] = {
    "02_ru_oblast_mln_years_short": (
        "left-behind",
        {("", "total", "total", Decimal("81.197")), ("", "regional", "total", Decimal("81.137"))},
    ),
    "08_ru_bashkortostan_last_year_not_in_total": (
        "left-out",
        {("", source, "total", Decimal(amount)) for source, amount in _LEFT_OUT_YEAR.items()},
    ),
    "47_ru_capital_repair_source_column_missing": ("absent", {("", "total", "2008", Decimal("10597.4"))}),
    "60_ua_sumy_revenue_2015_subtotal_omits_child": (
        "left-out",
        {
            ("31000000", "total", "2015", Decimal("2029800")),
            ("31000000", "special-fund", "2015", Decimal(2000000)),  # and the part of it that is for development
        },
    ),
    "62_ua_lviv_city_revenue_2015": (
        "left-out",
        {
            ("24000000", "total", "2015", Decimal("30361900")),
            ("24000000", "special-fund", "2015", Decimal(14200000)),
        },
    ),
}


@pytest.mark.parametrize("slug", CAUSES)
def test_the_cause_that_the_corpus_names_is_the_first_answer(slug: str) -> None:
    if slug not in corpus.documents():
        pytest.skip("the corpus is not beside this checkout (no folder ../shared/corpus)")
    (cause,) = recon.check(corpus.source(slug)).causes
    kind, expected = CAUSES[slug]
    found = {
        (each.code, re.split("[:/]", each.source)[0], each.period, each.proposed)
        for each in (*cause.repairs, *cause.absent)
    }
    assert cause.kind == kind
    assert found == expected
