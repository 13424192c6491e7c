"""The archive over HTTP: JSON in the contract's shapes, feeds and tables, all read-only."""
