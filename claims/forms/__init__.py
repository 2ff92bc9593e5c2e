"""Forms of the public pages: what a reader typed, as the values that the rules work on."""
