"""Reading: from documents to the claims in them."""

from summitry.reading.read import Reader, read
from summitry.reading.trees.parse import DEFAULT_MODEL, Parser, SpacyParser

__all__ = ["DEFAULT_MODEL", "Parser", "Reader", "SpacyParser", "read"]
