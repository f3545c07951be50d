"""BYTES TO EVENTS.  Pure.  Knows email and what people mean by it, not what follows from it."""
