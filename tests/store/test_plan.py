"""What a build decides to do, by hand-made cases; tests/store/test_history.py tries all of it on real
stores."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Given
from kg.store import plan
from kg.store.plan import Incoming, Stored

FILE = Path("file")
NOTHING = Stored({}, {}, {})


def stored(given=None, unsettled=(), **reports):
    sources = {report: frozenset(keys) for report, keys in reports.items()}
    return Stored(sources, dict.fromkeys(sources, "1"), given or {}, frozenset(unsettled))


def incoming(**reports):
    return [Incoming(key, report, FILE) for key, report in reports.items()]


def test_new_reports_come_in_the_order_of_their_first_keys():
    made = plan.make(NOTHING, incoming(c="r1", a="r2", b="r1"), "1")
    assert [(step.report, step.sources, step.known) for step in made.steps] == [
        ("r2", ("a",), False),
        ("r1", ("b", "c"), False),
    ]
    assert (made.unchanged, made.removals) == (0, ())


def test_what_is_there_stays():
    made = plan.make(stored(r1="ab", r2="c"), incoming(a="r1", c="r2"), "1")
    assert (made.steps, made.removals, made.unchanged) == ((), (), 2)


def test_a_new_text_takes_the_former_ones_place_unless_another_source_has_it():
    made = plan.make(stored(r1="a", r2="bc"), incoming(a="r3", b="r4"), "1")
    assert [(step.report, step.sources, step.replaces, step.path) for step in made.steps] == [
        ("r3", ("a",), ("r1",), FILE),
        ("r4", ("b",), (), FILE),
        ("r2", ("c",), (), None),
    ]
    assert made.removals == ()


def test_a_source_without_readable_text_loses_its_report():
    made = plan.make(stored(r1="a"), incoming(a=None), "1")
    assert (made.steps, made.removals) == ((), ("r1",))


def test_a_source_that_takes_over_a_known_text():
    made = plan.make(stored(r1="a", r2="b"), incoming(a="r2"), "1")
    assert [(step.report, step.sources, step.known, step.replaces) for step in made.steps] == [
        ("r2", ("a", "b"), True, ("r1",)),
    ]


def test_another_version_reads_everything_again():
    made = plan.make(stored(r1="a", r2="b"), incoming(a="r1"), "2")
    assert [(step.report, step.path) for step in made.steps] == [("r1", FILE), ("r2", None)]
    assert made.unsettled == frozenset()


def test_what_was_given_is_kept_for_sources_that_the_build_does_not_name():
    before = stored({"a": Given(year=2020), "b": Given(year=2021)}, r1="a", r2="b")
    made = plan.make(before, [Incoming("a", "r1", FILE, Given(area="320402"))], "1")
    assert made.given == {"a": Given(area="320402"), "b": Given(year=2021)}
    assert [(step.report, step.given) for step in made.steps] == [("r1", Given(area="320402"))]
    assert made.unsettled == {"r1"}


def test_reports_that_an_unfinished_build_was_changing_are_read_again():
    made = plan.make(stored(unsettled=["r1", "r9"], r1="a", r2="b"), incoming(b="r2"), "1")
    assert [step.report for step in made.steps] == ["r1"]
    assert "r1" in made.unsettled


def test_of_what_is_said_of_several_sources_the_first_counts():
    said = {"b": Given(source="b", area="320402", year=2020), "a": Given(year=2021)}
    assert plan.merged("ab", said) == Given(area="320402", year=2021)
    assert plan.merged("cd", said) == Given()


REPORTS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["r1", "r2", "r3", None]))


@given(REPORTS, REPORTS)
def test_after_a_plan_every_source_has_its_present_text(before, now):
    held = {r: frozenset(k for k, v in before.items() if v == r) for r in set(before.values()) - {None}}
    made = plan.make(Stored(held, dict.fromkeys(held, "1"), {}), incoming(**now), "1")
    after = dict(held)
    for step in made.steps:
        after[step.report] = frozenset(step.sources)
        for report in step.replaces:
            del after[report]
    for report in made.removals:
        del after[report]
    present = before | now
    assert {key: report for report, keys in after.items() for key in keys} == {
        key: report for key, report in present.items() if report is not None
    }
    assert all(after.values())
    again = plan.make(Stored(after, dict.fromkeys(after, "1"), {}), incoming(**now), "1")
    assert (again.steps, again.removals) == ((), ())
