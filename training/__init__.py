"""Corpora -> weights: not part of the wheel. One command, `python -m training`, see docs/training.md."""
