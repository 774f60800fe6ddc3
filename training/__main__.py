"""`python -m training`: from corpora to a weights folder."""

from __future__ import annotations

import argparse
from dataclasses import fields
from pathlib import Path

import torch

from training.ablate import ablate
from training.acts import train_acts
from training.corpora import Corpora
from training.release import release
from training.train import Recipe, train


def main() -> None:
    """Parse the command line and do the steps asked for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("train", help="train, or go on from the newest checkpoint")
    command.add_argument("corpora", type=Path)
    command.add_argument("run", type=Path)
    command.add_argument("--start", type=Path, help="a weights folder to start from, instead of the bare encoder")
    command.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    for field in fields(Recipe):
        name = field.name.replace("_", "-")
        command.add_argument(f"--{name}", type=type(field.default), default=field.default)
    command = commands.add_parser("release", help="export a finished run, calibrate, measure parity on dev")
    command.add_argument("corpora", type=Path)
    command.add_argument("run", type=Path)
    command.add_argument("weights", type=Path)
    command.add_argument("--weights-version", required=True)
    command.add_argument("--start", type=Path, help="the weights folder that training started from, if it did")
    command = commands.add_parser("acts", help="train what tells speech acts on the vectors of released weights")
    command.add_argument("corpora", type=Path)
    command.add_argument("weights", type=Path)
    command = commands.add_parser("ablate", help="print what each part of the reading is worth on dev")
    command.add_argument("corpora", type=Path)
    command.add_argument("run", type=Path)
    arguments = parser.parse_args()
    corpora = Corpora(folder=arguments.corpora)
    if arguments.command == "release":
        release(corpora, arguments.run, arguments.weights, arguments.weights_version, arguments.start)
        return
    if arguments.command == "acts":
        train_acts(corpora, arguments.weights)
        return
    if arguments.command == "ablate":
        ablate(corpora, arguments.run)
        return
    recipe = Recipe(**{field.name: getattr(arguments, field.name) for field in fields(Recipe)})
    train(corpora, arguments.run, recipe, torch.device(arguments.device), arguments.start)


if __name__ == "__main__":
    main()
