"""Plain values: dates, people, places, occasions, events, citations, coverage, claims, findings."""
