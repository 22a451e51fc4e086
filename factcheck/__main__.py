"""Run the command line: `python -m factcheck`."""

from factcheck.cli import main

main()
