"""Which figure is wrong: the fewest figures that, changed, settle what does not agree; exact, with all answers."""
