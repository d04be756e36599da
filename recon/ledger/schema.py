"""What the columns of a ledger hold: the one border that figures cross before anything is checked.

FIGURES is the frame inside, LONG_FORM the file or frame that a user hands over; checks are of whole columns only.
"""

from __future__ import annotations

import pandera.pandas as pa

from recon.model.amount import State

_CATEGORY = {
    "document": "path of the document, as the user named it",
    "table": "number of the table in its document, `t1`, …; empty where there is none",
    "source": "code of the funding source",
    "period": "`2020`, `2019-2025`, `total`, or `column 4` where the head is lost",
    "role": "`amount`, or what a second number column of a year holds; roles are never added together",
    "unit": "code of the unit, empty where none is printed",
    "table_role": "what the table was taken for: `financing`, `passport`, …",
}
_PLACE = {
    "line": "line of a text or CSV file, from 1; 0 where there is none",
    "row": "row of the table or sheet, from 1; 0 where there is none",
    "column": "column of the table or sheet, from 1; 0 where there is none",
    "page": "page, from 1; 0 where there is none",
    "paragraph": "paragraph of prose, from 1; 0 where there is none",
    "box_left": "left edge of the figure's box on its page, in tenths of a point",
    "box_top": "upper edge, from the top of the page as it is read",
    "box_right": "right edge",
    "box_bottom": "lower edge; 0 where there is no box",
    "span_start": "first character of the figure in its line or cell",
    "span_end": "one past the last character; 0 where the figure is the whole cell",
}
_STATES = len(State)

#: The figures of a ledger. Amounts are whole minor units, 0 where the state does not add.
FIGURES = pa.DataFrameSchema(
    {name: pa.Column("category", description=text) for name, text in _CATEGORY.items()}
    | {
        "element": pa.Column("int32", pa.Check.ge(0), description="row of the element"),
        "amount": pa.Column("int64", description="whole minor units"),
        "decimals": pa.Column(
            "int8", pa.Check.in_range(-18, 38), description="digits printed after the mark; -3: whole thousands"
        ),
        "state": pa.Column("int8", pa.Check.in_range(0, _STATES - 1), description="recon.model.amount.State"),
    }
    | {
        name: pa.Column("int32", pa.Check.ge(0), required=name == "line", description=text)
        for name, text in _PLACE.items()
    },
    strict=False,
    name="figures",
)

_REQUIRED = {
    "code": "the element's code as text (`1.10` is not `1.1`), empty for the programme",
    "element": "the element's name",
    "source": "code of the funding source, `total` for the sum of all",
    "period": "`2020`, `2019-2025` or `total`",
    "amount": "decimal number with point or comma, no thousands marks; empty is a blank, which is not zero",
}
_OPTIONAL = {
    "document": "the document that the figure stands in; the file itself where the column is absent",
    "parent": "code of the parent element, or its name where it has no code; by the codes where the column is absent",
    "table": "the table that the figure stands in",
    "table_role": "`financing` (where the column is absent) or `passport`",
    "role": "`amount` where the column is absent; only figures of one role are added",
    "unit": "code of the unit, such as `thousand-rubles`",
    "decimals": "digits printed after the mark, where the amount is written with fewer or more",
    "key": "what one element has in common over its tables; its code, or its name below others, where absent",
    "taken": "`no` for a number of a table that was not taken for a figure: such a row is passed over",
}

#: The long form: one figure a row, as `recon figures` writes it and `recon check` reads it.
LONG_FORM = pa.DataFrameSchema(
    {name: pa.Column(None, nullable=True, description=text) for name, text in _REQUIRED.items()}
    | {name: pa.Column(None, nullable=True, required=False, description=text) for name, text in _OPTIONAL.items()},
    strict=False,
    name="ledger file",
)
