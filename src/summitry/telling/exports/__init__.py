"""Exports: a selection of a record's events in the formats of others, a format a file."""
