"""Comparing facts with annotations."""
