from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from onrecord.analysis.linking import FEATURES, Pairs

torch: Any = pytest.importorskip("torch", reason="PyTorch is not installed: the network's tests are skipped")


def test_the_link_loss_sums_over_true_antecedents() -> None:
    """Against the definition, written out: of each mention the true antecedents' share of all choices."""
    from training.losses import link_loss
    from training.network import WIDTH, Linker

    torch.manual_seed(5)
    linker = Linker().eval()
    vectors = torch.randn(4, 2 * WIDTH)
    left, right = np.array([0, 0, 1, 0, 1, 2]), np.array([1, 2, 2, 3, 3, 3])
    features = np.zeros((6, len(FEATURES)), dtype=np.int64)
    pairs = Pairs(left=left, right=right, features=features)
    entity = torch.tensor([0, 1, 0, 0])
    with torch.no_grad():
        scores, new = linker(vectors, *(torch.from_numpy(a) for a in (left, right, features)))
    expected = 0.0
    for i in range(4):
        options = [new[i]] + [scores[p] for p in range(6) if right[p] == i]
        true = [scores[p] for p in range(6) if right[p] == i and entity[left[p]] == entity[i]] or [new[i]]
        expected += float(torch.logsumexp(torch.stack(options), 0) - torch.logsumexp(torch.stack(true), 0))
    assert abs(float(link_loss(linker, vectors, pairs, entity).detach()) - expected) < 1e-4


def test_only_what_is_known_is_learnt() -> None:
    """A document of which only times are known moves nothing but the encoder and the head of times."""
    from tokenizers import Tokenizer

    from onrecord.analysis.weights import BUNDLED
    from onrecord.story.types import Span
    from training.documents import timeml_document
    from training.losses import document_loss
    from training.network import Network

    tokenizer = Tokenizer.from_file(str(BUNDLED / "tokenizer.json"))
    document = timeml_document("own", "He left on Friday.", [Span(start=11, end=17)], tokenizer)
    network = Network()
    document_loss(network, [document], 0.0, torch.device("cpu")).backward()
    assert float(network.times.weight.grad.abs().sum()) > 0
    assert all(
        part.weight.grad is None or not float(part.weight.grad.abs().sum())
        for part in (network.mentions, network.kinds, network.extents, network.layers)
    )
