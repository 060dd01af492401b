"""The panes of the main screen and what they are built of."""
