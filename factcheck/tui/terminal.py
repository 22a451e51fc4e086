"""The terminal of a review, which may go away under a program that was told not to hear (nohup).

In: what Textual draws and reads. Out: the same, for as long as somebody is there; then nothing, so
that the program can end: Textual alone would read the end of its input over and over, and wait for
good to draw.
"""

import os
import select

from textual.drivers.linux_driver import LinuxDriver


class Terminal(LinuxDriver):
    """The terminal, until it is gone."""

    # Set once: what is left to draw then has nowhere to go.
    _has_gone = False

    def has_gone(self) -> bool:
        """Say whether the other side was closed, so that no key will ever come."""
        self._has_gone = self._has_gone or is_gone(self.fileno)
        return self._has_gone

    def write(self, data: str) -> None:
        """Draw; the thread that does it has died where there is nobody, and would be waited for."""
        if not self.has_gone():
            super().write(data)

    def resume_application_mode(self) -> None:
        """Go on after a pause. A terminal that goes away tells the program to go on, too."""
        if not self.has_gone():
            super().resume_application_mode()

    def leave(self) -> None:
        """Let what was begun to be drawn go nowhere: else leaving the program fails over it."""
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)
        os.close(nowhere)


def is_gone(descriptor: int) -> bool:
    """Say whether the other side of a terminal was closed."""
    poll = select.poll()
    poll.register(descriptor, 0)  # what is asked for here always comes: closed, broken, not open
    return bool(poll.poll(0))
