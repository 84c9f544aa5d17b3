"""Machines that read pages and translate lines, where a person asks for it: off by default.

| takes | gives | promise |
|---|---|---|
| the picture of a page; lines and two languages | lines, by whom, the answers as they came | never evidence |

Two kinds: an endpoint that speaks the chat protocol of OpenAI, and packages in a folder of this machine. Both
are named in ``case.toml``; nothing is ever downloaded.
"""

from firsthand.machines.chat import Endpoint, endpoint
from firsthand.machines.made import Made
from firsthand.machines.seeing import transcribe
from firsthand.machines.translating import Translator, translator

__all__ = ["Endpoint", "Made", "Translator", "endpoint", "transcribe", "translator"]
