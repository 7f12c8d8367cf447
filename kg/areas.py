"""The gazetteer: administrative areas of mainland China by GB/T 2260 code and by name.

Source: ``ontology/areas/divisions.csv`` (county level and above, with the revisions of GB/T 2260 in which each code
and name are valid) and ``ontology/areas/townships.csv`` (nine-digit codes, 2023).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg import resources

AreaLevel = Literal["country", "province", "city", "county", "township"]
COUNTRY = "100000"


@dataclass(frozen=True, slots=True)
class Area:
    """An area: ``code`` has six digits (nine for a township); ``name`` is its latest valid name, ``former`` its
    earlier ones; ``parent`` the code it lies in; revisions are yyyymm or None (see ``ontology/areas/README.md``)."""

    code: str
    name: str
    level: AreaLevel
    parent: str | None
    former: tuple[str, ...] = ()
    first_revision: str | None = None
    last_revision: str | None = None
