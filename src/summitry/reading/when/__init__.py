"""When: times in prose, by the calendar, by the day of the text, or by what was told before."""
