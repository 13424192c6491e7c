"""The web desk: an archive read, searched and set right in a browser."""
