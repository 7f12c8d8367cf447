"""Names as they come out of damaged pages and other people's keyboards."""

from hypothesis import strategies as st

from kg.networks.cleaning import clean

NASTY = (
    "\"引号\"与'撇号'",
    "<b>尖括号</b> & &amp; ]]>",
    "控制\x00\x07\x1f符\x7f",
    "表情😀👨\u200d👩\u200d👧",
    "右向\u202e左\u200f מימין",
    "罕用字𠮷龘",
    "换\n行\t与 空　格",
    "反斜\\杠\\n\\N",
    "{花括号} $x^2$ %s",
    ",;|=+-@SUM(A1)",
    "\ud800孤\udfff",
    "\ufffe\uffff",
    "",
    "--- // /* # */",
    "a" * 300,
)
labels = st.lists(
    st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec=None), max_size=12)).map(clean),
    min_size=1,
    max_size=6,
)
