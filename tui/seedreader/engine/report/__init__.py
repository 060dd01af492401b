"""Turns analyses into what ``report`` and ``compare`` print: JSON, Markdown, HTML, CSV and text."""
