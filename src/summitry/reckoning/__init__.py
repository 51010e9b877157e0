"""Reckoning: what a record says of a claim."""

from summitry.reckoning.evaluate import evaluate
from summitry.reckoning.search import search

__all__ = ["evaluate", "search"]
