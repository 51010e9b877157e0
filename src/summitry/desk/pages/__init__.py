"""The pages of a site, a file for each kind: each a value, gathered from a record's register."""
