"""What the words of a sentence speak of: names, times, numbers, words of meeting."""
