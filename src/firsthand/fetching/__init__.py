"""Fetching one address of the web: the only part of Firsthand that asks for pages.

| takes | gives | promise |
|---|---|---|
| an address | a WARC: all that was sent and received, when, IP, certificates | else Refused, nothing kept |

robots.txt, a limit of size, time or redirects, and a private address are reasons to refuse.
"""

from firsthand.fetching.fetch import Fetched, Limits, Rules, fetch, on_disk

__all__ = ["Fetched", "Limits", "Rules", "fetch", "on_disk"]
