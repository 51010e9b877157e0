"""The text itself: its sentences, and the words in it that tell what to look for."""
