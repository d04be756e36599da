"""Every figure once, in columns of exact integers behind one schema."""
