"""The words that reading and telling share, as tables."""
