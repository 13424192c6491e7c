"""Many inputs: processes on one machine, an existing engine on many."""
