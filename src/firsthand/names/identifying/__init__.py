"""Who somebody is, as far as it is open: rival writers of a record, sources that may be one person.

=======  ==========================================================================
takes    records, the mentions of each source, the sources, and the matches with the record
gives    Identities: candidates side by side, each with what speaks for and against it
promise  every indication says where it was read; only facts that cannot both hold speak against; nobody is
         put together or ruled out: a person does that
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.identifying.identify import identify
from firsthand.names.identifying.particulars import with_particulars

__all__ = ["identify", "with_particulars"]
