"""Archives: many documents in files and folders, cut into parts that are read one by one."""

from summitry.sources.archive.open import documents_of
from summitry.sources.archive.part import Part
from summitry.sources.archive.parts import Parts, parts_of
from summitry.sources.archive.raw import Columns, Raw, Unusable

__all__ = ["Columns", "Part", "Parts", "Raw", "Unusable", "documents_of", "parts_of"]
