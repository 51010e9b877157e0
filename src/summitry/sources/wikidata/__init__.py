"""Office holders and their terms from Wikidata, as its query service answers in JSON."""
