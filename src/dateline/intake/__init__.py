"""Bytes → Page: sniffing, text dumps, HTML, feeds, archives, fetching."""
