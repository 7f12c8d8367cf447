"""The report itself: type, publisher, area, dates, number."""
