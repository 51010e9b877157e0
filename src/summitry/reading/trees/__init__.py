"""How the words of a sentence depend on each other."""
