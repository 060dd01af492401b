"""Everything that draws: the Textual application, its screens and widgets. It never decides what a text means."""
