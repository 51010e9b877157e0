"""Pages for people: each a router of its own, which ``app`` takes in."""
