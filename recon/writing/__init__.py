"""How Office files are written: a marked copy in which all else stays as it is, or a document of our own."""
