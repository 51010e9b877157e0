"""Pictures of a history: a timeline, a map, topics over time; a file a picture.

Each is made as a Vega-Lite specification from what the record holds; one file draws it.
"""
