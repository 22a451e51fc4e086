"""Say how fast to learn at each step. In: the step and the length of the training. Out: a factor.

The rate rises, stays, and falls over the last epochs. Until the fall begins, nothing depends on
how long the training will be: it can be prolonged or cut short from a saved state, and the result
is that of a training which had this length from the beginning.
"""

from dataclasses import dataclass

# With fewer, the encoder forgets what it knew before the heads have learned anything.
_RISING_STEPS = 300
# Chosen on the development parts: longer falls leave too little time at the full rate.
FALLING_EPOCHS = 4


@dataclass(frozen=True, slots=True)
class Schedule:
    """The length of a training."""

    epochs: int
    steps_of_epoch: int

    @property
    def steps(self) -> int:
        """The steps of the whole training."""
        return self.epochs * self.steps_of_epoch

    def factor(self, step: int) -> float:
        """Return the share of the full learning rate at *step*, which counts from 0."""
        falling = (self.steps - step) / (FALLING_EPOCHS * self.steps_of_epoch)
        return max(0.0, min(1.0, (step + 1) / _RISING_STEPS, falling))

    def is_measured(self, epoch: int) -> bool:
        """Say whether the weights after *epoch*, from 1, may be the best: the rate is falling."""
        return epoch > self.epochs - FALLING_EPOCHS
