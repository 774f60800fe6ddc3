"""Ids -> scores: the one place that runs ONNX."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime as ort

from onrecord.analysis.decode import FloatArray, IntArray
from onrecord.analysis.encode import Window
from onrecord.analysis.reading import Scores
from onrecord.analysis.weights import GRAPHS, Manifest
from onrecord.errors import WeightsError

OUTPUTS = ["layers", "mentions", "kinds", "extents", "times", "words", "spelt"]


class OnnxScorer:
    """The released network as a Scorer; one window at a time, so that no result depends on what else is read."""

    def __init__(self, folder: Path, manifest: Manifest, threads: int) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._encoder, self._reader, self._linker, self._acts = (
                ort.InferenceSession(folder / name, options, providers=["CPUExecutionProvider"]) for name in GRAPHS
            )
        except Exception as error:  # onnxruntime's errors share no public root
            raise WeightsError(
                f"{folder}: onnxruntime {ort.__version__} cannot run these weights ({error})."
            ) from error
        self.transitions: FloatArray = np.array(manifest.transitions, dtype=np.float32)

    def encode(self, window: Window) -> Scores:
        """Read one window."""
        inputs = {"pieces": window.pieces[None], "features": window.features[None], "head": window.head[None]}
        layers, mentions, kinds, extents, times, vectors, spelt = (
            found[0] for found in self._encoder.run(OUTPUTS, inputs)
        )
        return Scores(
            layers=layers,
            mentions=mentions,
            kinds=kinds,
            extents=extents,
            times=times,
            vectors=vectors,
            spelt=spelt,
        )

    def read(self, words: FloatArray, anchor: IntArray, place: IntArray) -> FloatArray:
        """Return the emissions [cues, length, TAGS] of the words at `place` [cues, length] for each anchor."""
        inputs = {"words": words[None], "anchor": anchor, "place": place}
        (emissions,) = self._reader.run(["emissions"], inputs)
        return np.asarray(emissions, dtype=np.float32)

    def acts(self, evidence: FloatArray) -> FloatArray:
        """Return the probability of each Act [attributions, ACTS]; evidence: [attributions, n]."""
        (found,) = self._acts.run(["acts"], {"evidence": evidence})
        return np.asarray(found, dtype=np.float32)

    def link(
        self, vectors: FloatArray, left: IntArray, right: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """Return how likely pairs of mentions refer to the same one [pairs], and each to a new one [mentions]."""
        inputs = {"vectors": vectors, "left": left, "right": right, "features": features}
        scores, new = self._linker.run(["scores", "new"], inputs)
        return np.asarray(scores, dtype=np.float32), np.asarray(new, dtype=np.float32)
