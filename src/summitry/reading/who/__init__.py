"""Who is meant: by a name, a title, a pronoun, or what was told before."""
