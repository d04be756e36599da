"""One form, one module: a reconciliation is written down."""
