"""From a parsed page to plain facts."""
