"""One form, one module: a reconciliation is written down, and a module in this folder is a form by its own name.

A form has `SUFFIX`, which a file's name ends with behind the document's name and a point (`sarif`, `marked.xlsx`), and
either `pieces(result: Reconciliation, asked: Asked) -> Iterator[str]`, for a text, or `BINARY = True` and
`write(result: Reconciliation, asked: Asked) -> bytes`. It may have:

* `refuse(documents)`: raises WrongUsage, before anything is read, where it cannot be written of these documents;
* `SUGGESTS = True`: it can hold proposals as tracked changes (`--suggest`);
* `KEEPS`: endings of documents that a copy keeps; `paint(piece)`: the piece in colours, for a terminal.

A report computes nothing and says no sentence of its own: sentences are in `recon.telling`. What a document holds
is data in every form: text that a spreadsheet would run is written as text, and markup is escaped.
"""
