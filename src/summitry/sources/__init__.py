"""Importers: from data sets and documents of others to rows of a record."""
