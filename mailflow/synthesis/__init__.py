"""NINE PIECES TO ONE SWEET SPOT.  Pure: the same nine always give the same themes and the same draft."""
