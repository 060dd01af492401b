"""What the program keeps on disk or reads from it: articles, settings, state. No screen."""
