"""factcheck: read an article into claims, review them, report the verdicts."""

__version__ = "0.1.0"
