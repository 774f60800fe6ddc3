"""Accuracy, reliability and speed, measured from outside through the commands; see bench/README.md."""
