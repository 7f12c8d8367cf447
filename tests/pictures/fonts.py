"""Whether the machine has what pictures need."""

import pytest

from kg.errors import UsageError
from kg.pictures import fonts


def _has_font() -> bool:
    try:
        fonts.family()
    except UsageError:
        return False
    return True


needs_font = pytest.mark.skipif(
    not _has_font(), reason="no font with Chinese characters is installed (Debian: fonts-noto-cjk)"
)
