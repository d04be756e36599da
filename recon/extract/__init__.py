"""What a cell means: a document becomes figures, elements and statements."""
