"""The workbench: a case read, corrected and ruled on in a browser.

takes: a case folder that was traced.
gives: pages, each also as JSON, rendered on the server; nothing on them comes from another host.
promise: what is read needs no script; what is ruled is a row of the case that no later run changes.
"""

from firsthand.workbench.app import application
from firsthand.workbench.serving import Serving, serve

__all__ = ["Serving", "application", "serve"]
