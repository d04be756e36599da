"""How results are put into words and numbers, alike in every report."""
