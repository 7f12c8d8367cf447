"""The report itself: type, publisher, area, dates, number."""

from kg.report.head import read_head

__all__ = ["read_head"]
