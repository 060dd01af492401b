"""Scores of the engine on labelled data, and paired timings of the program; nothing here asserts."""
