"""Reckoning: what a record says of a claim."""

from summitry.reckoning.asked import NO_RULE
from summitry.reckoning.counting import tally_of
from summitry.reckoning.evaluate import evaluate, evaluate_in
from summitry.reckoning.frame import Frame
from summitry.reckoning.search import means, search

__all__ = ["NO_RULE", "Frame", "evaluate", "evaluate_in", "means", "search", "tally_of"]
