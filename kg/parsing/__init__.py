"""Text to a page with fields, title, sections and sentences."""
