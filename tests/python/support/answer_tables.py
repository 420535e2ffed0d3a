"""Tables of answers drawn by chance, wide and long, and the tally that they must give."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

import houvast
from houvast.scoring import Tally

SIX = houvast.instrument("six-elements")
QUESTIONS = Tally(SIX).questions
REGIONS, WAVES = ["noord", "west.1"], ["2023", "2024"]
_SKIPPED, _NOT_ASKED = 253, 254


class Answers:
    """What people answered: codes 0 to 4 with 255 for an empty cell, the region and the wave of each of them."""

    def __init__(self, people: int, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self.codes = rng.integers(0, 5, (people, len(QUESTIONS)), dtype=np.uint8)
        self.codes[rng.random(self.codes.shape) < 0.15] = 255
        self.codes[rng.random(people) < 0.02] = 255
        self.region = rng.integers(0, len(REGIONS), people)
        self.wave = rng.integers(0, len(WAVES), people)

    def wide(self) -> pa.Table:
        """A row per person, texts and whole numbers by turns, some of them as dictionaries."""
        columns = {}
        for i, question in enumerate(QUESTIONS):
            values = pa.array(self.codes[:, i].astype(np.int16) + 1, mask=self.codes[:, i] == 255)
            kinds = (pa.int8(), pa.string(), pa.float64())
            column = values.cast(kinds[i % 3])
            columns[question] = column.dictionary_encode() if i % 4 == 3 else column
        return pa.table({**columns, "regio": self._regions(), "jaar": self.wave + 2023})

    def long(self) -> pa.Table:
        """A row per answer; who has empty cells only has no row."""
        person, question = np.nonzero(~(self.codes == 255))
        return pa.table(
            {
                "respondent": pa.array([f"r{i:06}" for i in person]),
                "question": pa.array([QUESTIONS[i] for i in question]).dictionary_encode(),
                "answer": pa.array((self.codes[person, question] + 1).astype(str)),
                "regio": pa.array(np.array(REGIONS)[self.region[person]]),
                "jaar": pa.array(self.wave[person] + 2023),
            }
        )

    def _regions(self) -> pa.Array:
        return pa.array(np.array(REGIONS)[self.region]).dictionary_encode()

    def tally(self, everybody: bool = True) -> Tally:
        """The counts, by way of the bytes that `Tally.update` takes. Without `everybody`, of those who answered."""
        codes = self.codes.copy()
        silent = (codes == 255).all(axis=1)
        codes[codes == 255] = _SKIPPED
        codes[silent] = _NOT_ASKED
        here = np.full(len(codes), True) if everybody else ~silent
        tally = Tally(SIX, REGIONS, WAVES)
        tally.update(codes[here], self.region[here], self.wave[here])
        return tally
