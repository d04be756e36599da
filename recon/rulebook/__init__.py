"""Rules and vocabulary as files that a finance officer can read and change."""
