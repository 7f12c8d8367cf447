"""Profiles: which checks count, and how much. Kept in TOML, the project's own in ``shapes/profile.toml``."""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from kg import resources
from kg.errors import UsageError
from kg.validation.checks import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from kg.validation.checks import Severity
    from kg.validation.findings import Finding

Setting = Literal["violation", "warning", "info", "off"]
OFF = "off"
Profile = dict[str, Setting]
"""The setting of each check that has one, by name."""


def load_profile(path: Path | None, known: Collection[str]) -> Profile:
    """Read the project's profile and over it the user's own. ``known`` are the names of all checks.

    Raises UsageError if the file is not there, no TOML, or names a check or severity that does not exist.
    """
    own = resources.folder("shapes") / "profile.toml"
    profile = {name: setting for name, setting in _read(own, None).items() if name in known}
    return profile | (_read(path, known) if path is not None else {})


def apply_profile(findings: Iterable[Finding], profile: Profile) -> list[Finding]:
    """Return findings with their severities by the profile, in order; those switched off are left out."""
    changed = [_changed(finding, profile.get(finding.check)) for finding in findings]
    return sorted((finding for finding in changed if finding is not None), key=lambda finding: finding.order)


def _changed(finding: Finding, setting: Setting | None) -> Finding | None:
    if setting is None:
        return finding
    if setting == "off":
        return None
    severity: Severity = setting
    return replace(finding, severity=severity)


def _read(path: Path, known: Collection[str] | None) -> Profile:
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise UsageError("file-missing", path=path) from None
    except OSError as error:
        raise UsageError("file-unreadable", path=path, detail=error.strerror) from None
    except ValueError as error:  # no TOML, no UTF-8
        raise UsageError("profile-broken", path=path, detail=error) from None
    table = data.get("severity")
    if not isinstance(table, dict) or set(data) != {"severity"}:
        raise UsageError("profile-broken", path=path, detail="[severity]")
    _check(path, table, known)
    return table


def _check(path: Path, table: Mapping[str, object], known: Collection[str] | None) -> None:
    allowed = (*SEVERITIES, OFF)
    for name, setting in table.items():
        if known is not None and name not in known:
            near = ", ".join(difflib.get_close_matches(name, known, n=3, cutoff=0.4)) or "-"
            raise UsageError("profile-unknown-check", path=path, name=name, near=near)
        if setting not in allowed:
            raise UsageError(
                "profile-unknown-severity", path=path, name=name, value=setting, known=", ".join(allowed)
            )
