"""What was found, in the formats that people and tools read."""
