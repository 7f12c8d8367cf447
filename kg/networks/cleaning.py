"""Names as every format can hold them.

XML 1.0 has no way to write most control characters, lone surrogates and the two non-characters U+FFFE and
U+FFFF, not even as references. They are left out of all formats alike, so that all tell the same. Emoji, marks
of writing direction, quotes and angle brackets stay.
"""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACE = re.compile(r"[ \t\r\n\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """Return the text on one line, without characters that XML 1.0 cannot hold.

    Spaces are single and not at the ends: readers of XML would make them so in labels (``xs:token``).
    """
    return _SPACE.sub(" ", _NOT_IN_XML.sub("", text)).strip(" ")
