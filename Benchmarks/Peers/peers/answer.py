"""What a peer answers."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """`value` is the total cost where all of the scarce side must be matched, and the total gain (higher is better)
    where rows may stay unmatched."""

    value: int
    pairs: int


# The timed call; what it returns turns the peer's own result into an answer, untimed.
Solve = Callable[[], Callable[[], Answer]]
