"""Reckoning: what a record says of a claim."""

from summitry.reckoning.evaluate import evaluate

__all__ = ["evaluate"]
