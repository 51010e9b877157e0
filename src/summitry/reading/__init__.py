"""Reading: from documents to the claims in them."""

from summitry.reading.parse import DEFAULT_MODEL, Parser, SpacyParser
from summitry.reading.read import Reader, read

__all__ = ["DEFAULT_MODEL", "Parser", "Reader", "SpacyParser", "read"]
