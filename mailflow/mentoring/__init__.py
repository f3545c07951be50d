"""THE RULES.  Pure: no clock, no chance, no wire; a coach could read them."""
