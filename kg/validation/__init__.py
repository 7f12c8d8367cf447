"""Checking graphs against shapes."""
