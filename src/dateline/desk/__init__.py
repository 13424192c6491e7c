"""The web desk and the HTTP API."""
