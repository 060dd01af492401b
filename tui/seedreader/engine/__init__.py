"""What the program knows about texts: pure functions over frozen dataclasses, no screen and no files."""
