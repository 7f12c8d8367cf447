"""Programs of others that read and draw the exported networks: what Gephi Lite is made of, and a browser.

``npm install --prefix tests/networks/readers`` installs them (``make readers`` does); without them the tests are skipped.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import matplotlib.image
import pytest

HERE = Path(__file__).parent
NODE = shutil.which("node")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
INSTALLED = (HERE / "node_modules" / "graphology-gexf").is_dir()
WIDTH, HEIGHT = 1200, 900
PAGE = """<!doctype html><meta charset="utf-8"><style>body {{ margin: 0 }}</style>
<div id="sheet" style="width: {width}px; height: {height}px"></div><pre id="said" hidden></pre>
<script type="application/json" id="gexf">{gexf}</script><script>{script}</script>"""

needs_node = pytest.mark.skipif(
    NODE is None or not INSTALLED,
    reason="graphology-gexf is not installed: make readers (needs node and npm)",
)
needs_browser = pytest.mark.skipif(
    NODE is None or not INSTALLED or CHROMIUM is None,
    reason="needs Chromium, and graphology and sigma: make readers (needs node and npm)",
)


def read(path: Path) -> dict[str, Any]:
    """Return what graphology-gexf reads from a file: ``type``, ``nodes``, ``edges``."""
    done = _run(str(NODE), str(HERE / "read.cjs"), str(path))
    found: dict[str, Any] = json.loads(done)
    return found


def draw(path: Path, picture: Path) -> dict[str, Any]:
    """Draw a file with sigma in a browser, take a picture, and return what the page says it drew."""
    bundle = picture.with_suffix(".js")
    _run(str(HERE / "node_modules/.bin/esbuild"), str(HERE / "page.js"), "--bundle", f"--outfile={bundle}")
    text = json.dumps(path.read_text("utf-8")).replace("<", "\\u003c")
    script = bundle.read_text("utf-8").replace("</script", "<\\/script")
    page = picture.with_suffix(".html")
    page.write_text(PAGE.format(width=WIDTH, height=HEIGHT, gexf=text, script=script), "utf-8")
    browser = [
        str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader", f"--window-size={WIDTH},{HEIGHT}", "--hide-scrollbars",
        "--virtual-time-budget=5000", f"--user-data-dir={picture.with_suffix('.profile')}",
    ]  # fmt: skip
    _run(*browser, f"--screenshot={picture}", page.as_uri())
    dumped = _run(*browser, "--dump-dom", page.as_uri())
    said = re.search(r'<pre id="said"[^>]*>(.*?)</pre>', dumped, re.DOTALL)
    assert said is not None
    found: dict[str, Any] = json.loads(html.unescape(said[1]))
    return found


def colours(picture: Path) -> set[str]:
    """Return the colours of a picture, as ``#rrggbb``."""
    pixels = (matplotlib.image.imread(picture)[:, :, :3] * 255).round().astype(int).reshape(-1, 3)
    return {"#" + bytes(pixel).hex() for pixel in {tuple(pixel) for pixel in pixels.tolist()}}


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120, encoding="utf-8")
    return done.stdout
