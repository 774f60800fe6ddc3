"""The command line: what each command takes and what its help says; the work is loaded when it is asked for."""
