"""Effects to letters.  The same Send on the same engagement gives the same bytes.  Jinja lives here only.

A template holds one wording, in a small markup (letter, p, quote, ol, table ...); the text part and the
HTML part are two ways of reading the same tree, so they can never say different things.
"""
