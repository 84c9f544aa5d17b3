"""Web archives: from the bytes of a WARC to the pages in it.

| takes | gives | promise |
|---|---|---|
| bytes of a WARC | Members: pages and documents, with address and time | damage costs its own record |

``framing`` finds the records, ``http`` undoes how an answer was sent, ``pages`` says which answers are
pages and which only belong to one.
"""
