"""Discs pushed apart until none overlaps: how parts of a network find room beside each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""One row for each point, with its x and y."""

_ROUNDS = 300
_TINY = 1e-9
_PULL = 0.02
GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def pack(centres: Points, radii: NDArray[np.float64]) -> Points:
    """Return centres near the given ones at which discs of these radii do not overlap (much).

    Each round draws all discs a little to the middle and moves overlapping ones apart. The result is a
    function of what is given: no chance is in it.
    """
    placed = np.array(centres, dtype=float)
    apart = radii[:, None] + radii[None, :]
    np.fill_diagonal(apart, 0)
    for round_ in range(_ROUNDS):
        if round_ < _ROUNDS / 2:
            placed *= 1 - _PULL
        between = placed[:, None, :] - placed[None, :, :]
        distances = np.maximum(np.sqrt((between**2).sum(axis=2)), _TINY)
        overlaps = np.maximum(apart - distances, 0)
        if round_ >= _ROUNDS / 2 and not overlaps.any():
            break
        placed += (between * (overlaps / distances / 2)[:, :, None]).sum(axis=1)
    return placed


def sunflower(count: int) -> Points:
    """Return so many points spread evenly over a disc, from its middle outwards, about one unit apart."""
    numbers = np.arange(count)
    distances = np.sqrt(numbers + 0.5)
    angles = numbers * GOLDEN_ANGLE
    return np.column_stack((distances * np.cos(angles), distances * np.sin(angles)))
