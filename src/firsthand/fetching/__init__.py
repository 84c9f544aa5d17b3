"""Connections: fetching one address of the web, and asking a machine that a person named.

| takes | gives | promise |
|---|---|---|
| an address | a WARC: all that was sent and received, when, IP, certificates | else Refused, nothing kept |

robots.txt, a limit of size, time or redirects, and a private address are reasons to refuse. ``post`` gives
the answer to a question and keeps nothing; it goes to private addresses as well, for there people run their
own machines, and to others only over https.
"""

from firsthand.fetching.fetch import Fetched, Limits, Rules, fetch, on_disk
from firsthand.fetching.posting import Answer, place, post

__all__ = ["Answer", "Fetched", "Limits", "Rules", "fetch", "on_disk", "place", "post"]
