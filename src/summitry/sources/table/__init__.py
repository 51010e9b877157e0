"""Anyone's table: a CSV file, and a map that says what its columns mean in the record's words."""

from summitry.sources.table.importer import TableImporter
from summitry.sources.table.map_file import read_map
from summitry.sources.table.mapping import Map

__all__ = ["Map", "TableImporter", "read_map"]
