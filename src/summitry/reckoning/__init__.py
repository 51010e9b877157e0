"""Reckoning: what a record says of a claim."""

from summitry.reckoning.evaluate import evaluate, evaluate_in
from summitry.reckoning.frame import Frame
from summitry.reckoning.search import search

__all__ = ["Frame", "evaluate", "evaluate_in", "search"]
