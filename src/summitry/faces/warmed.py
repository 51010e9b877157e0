"""What workers are made from: a process that has imported this has loaded what jobs need."""

from __future__ import annotations

import summitry.desk.ask
import summitry.desk.history
import summitry.desk.pages.site
import summitry.desk.preview
import summitry.telling.page
import summitry.telling.summary
from summitry.desk.check import warm

__all__ = ["summitry"]

warm()
