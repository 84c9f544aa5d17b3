"""Identity papers: what stands on them, and facts about them.

=======  ==========================================================================
takes    the records of a case
gives    Papers with their fields, PaperFindings, and the Disagreements between papers (`examine`); what is
         printed on one (`facts`)
promise  what is printed is compared and said, with the line that it stands on; what it means is for a person
=======  ==========================================================================
"""

from __future__ import annotations

from firsthand.names.papers.findings import EXAMINER, Examined, examine
from firsthand.names.papers.held import PRINTED, SIGNED, facts

__all__ = ["EXAMINER", "PRINTED", "SIGNED", "Examined", "examine", "facts"]
