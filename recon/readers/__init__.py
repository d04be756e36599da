"""One format, one module: a file becomes a document of cells and paragraphs with addresses, and nothing is guessed."""
