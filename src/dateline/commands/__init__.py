"""The commands, one module a family; each is a thin user of the library."""
