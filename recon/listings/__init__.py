"""How every figure is listed: one form, one module."""
