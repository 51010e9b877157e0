"""Reckoning: what a record says of a claim."""

from summitry.reckoning.counting import tally_of
from summitry.reckoning.evaluate import evaluate, evaluate_in
from summitry.reckoning.frame import Frame
from summitry.reckoning.search import means, search, surely

__all__ = ["Frame", "evaluate", "evaluate_in", "means", "search", "surely", "tally_of"]
