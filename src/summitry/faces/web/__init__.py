"""The face for the web: the API, and the server that it runs in."""
