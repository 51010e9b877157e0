"""The pages of a site, a file for each kind: each set from a value that the desk gathers."""
