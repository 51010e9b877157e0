"""From the claims that were read in an archive to proposals for a record."""

from summitry.desk.proposing.matching import Aside
from summitry.desk.proposing.run import Proposed, propose

__all__ = ["Aside", "Proposed", "propose"]
