"""One law, one module: a check binds figures to identities, or notices a fault of form."""
