"""WIRES to mail servers: the inbox over IMAP, letters over SMTP, and how to log in to both."""
