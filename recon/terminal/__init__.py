"""What the command line needs around its answers: files written whole, progress, a working folder."""
