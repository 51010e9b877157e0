"""From the bytes of a document to its text, with its title and its days where it tells them."""

from summitry.reading.documents.extract import extract
from summitry.reading.documents.extracted import Extracted
from summitry.reading.documents.plain import plain_text
from summitry.reading.documents.types import EXPECTED, type_of

__all__ = ["EXPECTED", "Extracted", "extract", "plain_text", "type_of"]
