"""Dateline reads news pages and lays out sourced story dossiers."""
