from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from onrecord.analysis.decode import REACH, SPAN, TAGS, best_paths, constrain

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed: the network's tests are skipped")


def test_the_crf_loss_is_that_of_the_decoder() -> None:
    """The probability that training gives to the best path is the one that decoding reports."""
    from training.network import Network, crf_loss

    torch.manual_seed(3)
    network = Network().eval()
    with torch.no_grad():
        network.transitions.normal_()
    emissions = torch.randn(2, SPAN, len(TAGS))
    anchor, words = np.array([4, 30]), 60
    transitions = network.permitted().detach()
    place = torch.from_numpy(anchor)[:, None] + torch.arange(-REACH, REACH + 1)
    paths, scores = best_paths(constrain(emissions.numpy(), anchor, place.numpy(), words), transitions.numpy())
    outside = (place < 0) | (place >= words)
    loss = crf_loss(emissions, torch.from_numpy(paths), transitions, outside)
    assert np.allclose(-loss.numpy(), scores, atol=1e-2)


def test_reader_does_not_see_beyond_the_window() -> None:
    from training.network import WIDTH, Network

    torch.manual_seed(4)
    reader = Network().eval().reader
    words = torch.randn(1, 50, WIDTH)
    longer = torch.cat([words, torch.randn(1, 30, WIDTH)], dim=1)
    batch, anchor, lengths = torch.tensor([0]), torch.tensor([20]), torch.tensor([50])
    place = anchor[:, None] + torch.arange(-REACH, REACH + 1)
    with torch.no_grad():
        first, second = (reader(w, batch, anchor, place, lengths) for w in (words, longer))
    inside = slice(REACH - 20, REACH + 30)
    assert math.isclose(float((first - second)[:, inside].abs().max()), 0.0, abs_tol=1e-5)
