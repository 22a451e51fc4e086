"""Capture everything of a file from the site on a port, as a process that somebody will kill.

Run as `python killed_capture.py FILE PORT`; prints what was captured, a line each.
"""

import sys

from desk import counting, ticking
from factcheck.evidence.fetching import fetch
from factcheck.review.captureruns import Asked, run
from factcheck.review.capturing import Network
from webpages import Site

if __name__ == "__main__":
    web = Site(int(sys.argv[2])).web()
    network = Network(lambda url: fetch(url, web), ticking(), counting())
    for done in run(sys.argv[1], "ana", Asked(), network):
        sys.stdout.write(f"{done.what} {done.said}\n")
        sys.stdout.flush()
