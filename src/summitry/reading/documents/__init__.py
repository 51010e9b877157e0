"""From the bytes of a document to its text, with its title and its days where it tells them."""

from summitry.reading.documents.days import day_of
from summitry.reading.documents.extract import extract
from summitry.reading.documents.extracted import Extracted
from summitry.reading.documents.plain import plain_text
from summitry.reading.documents.types import EXPECTED, MEDIA_TYPES, SUFFIXES, type_of

__all__ = [
    "EXPECTED",
    "MEDIA_TYPES",
    "SUFFIXES",
    "Extracted",
    "day_of",
    "extract",
    "plain_text",
    "type_of",
]
