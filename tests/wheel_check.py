"""Builds the wheel, installs it into an empty environment away from the checkout, and uses it there.

Run as a program (``make wheel``): it is no pytest module, since it needs the network or a package cache.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command with a clean environment; print it, stop with its output if it fails."""
    sys.stdout.write(f"$ {' '.join(map(str, command))}\n")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("KG_", "PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{done.stderr}\nfailed with status {done.returncode}")
    return done.stdout


def main() -> None:
    """Check the wheel: every entry point, the demo, a query and a validation."""
    with tempfile.TemporaryDirectory() as name:
        away = Path(name)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", away / "dist", ROOT, cwd=away)
        [wheel] = (away / "dist").glob("*.whl")
        venv.create(away / "env", with_pip=True)
        python, kg = away / "env/bin/python", away / "env/bin/kg"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=away)
        for command in ([kg, "--help"], [python, "-m", "kg", "--version"], [kg, "query", "--list"]):
            run(*command, cwd=away)
        shown = run(kg, "demo", cwd=away)
        if "146" not in shown or "第二版" not in shown:
            sys.exit(f"the demo did not print the headline answer:\n{shown}")
        report = away / "report.txt"
        report.write_text("2023年天宁区司法局工作总结\n2023年,天宁区调解纠纷5件。\n", encoding="utf-8")
        run(kg, "build", report, "--store", away / "store", cwd=away)
        rows = run(kg, "query", "metrics", "--store", away / "store", "--format", "csv", cwd=away)
        if "5件" not in rows:
            sys.exit(f"the built store lacks the report's figure:\n{rows}")
        run(kg, "validate", report, cwd=away)
        run(kg, "export", "full", away / "full.gexf", "--store", away / "store", cwd=away)
        if "天宁区" not in (away / "full.gexf").read_text(encoding="utf-8"):
            sys.exit("the exported network lacks the report's district")
    sys.stdout.write("the wheel works away from the checkout\n")


if __name__ == "__main__":
    main()
