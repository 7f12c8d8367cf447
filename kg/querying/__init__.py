"""Asking the graph: the library of questions, and queries of the user's own.

The package is not called ``kg.query`` because that is the verb: ``kg.query("awards", store=...)``.
"""
