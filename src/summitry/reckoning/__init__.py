"""Claims to findings, by bounds over every history that fits the record."""
