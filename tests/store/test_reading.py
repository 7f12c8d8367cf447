import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model import Given
from kg.store import reading
from kg.store.reading import Task
from tests.store import small


def task(number, source="a.txt"):
    return Task(str(number), (source,), Given(), "1")


def run(tasks, processes):
    return list(
        reading._in_processes(small.outcome_or_death, iter(tasks), reading._pool(processes), processes)
    )


def test_outcomes_come_in_the_order_of_the_tasks():
    tasks = [task(number) for number in range(40)]
    assert [outcome.task for outcome in run(tasks, 2)] == tasks


def test_a_report_that_kills_its_process_is_left_out_and_costs_no_other():
    tasks = [task(number, "deadly" if number in {3, 4, 9} else "a.txt") for number in range(11)]
    outcomes = run(tasks, 1)
    assert [outcome.task for outcome in outcomes] == tasks
    failed = {outcome.task.report: outcome.error.code for outcome in outcomes if outcome.error}
    assert failed == dict.fromkeys(["3", "4", "9"], "report-kills")


def test_nothing_to_read():
    assert run([], 2) == []


def test_tasks_are_taken_only_as_far_ahead_as_needed():
    taken = []

    def tasks():
        for number in range(1000):
            taken.append(number)
            yield task(number)

    outcomes = reading._in_processes(small.outcome_or_death, tasks(), reading._pool(2), 2)
    next(outcomes)
    assert len(taken) < 100
    outcomes.close()


@pytest.mark.parametrize(("count", "most"), [(0, 1), (1, 1), (10, 1), (10**6, reading._MOST_PROCESSES)])
def test_processes_are_started_only_where_they_pay(count, most):
    assert 1 <= reading.processes_for(count) <= most


def test_a_script_without_a_main_guard_reads_all_the_same_in_one_process(tmp_path):
    small.write(tmp_path / "in", {f"{number}.txt": f"某司法局工作总结{number}" for number in range(4)})
    script = tmp_path / "script.py"
    script.write_text(
        "import kg, sys\n"
        "summary = kg.build(['in'], 'store', workers=2)\n"
        "print(summary.reports, len(summary.left_out))\n"
    )
    run = subprocess.run(
        [sys.executable, script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(reading.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.returncode) == ("4 0\n", 0), run.stderr
