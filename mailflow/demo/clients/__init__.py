"""Mail clients of the world: one module for each family, each turns a draft into the bytes it sends."""
