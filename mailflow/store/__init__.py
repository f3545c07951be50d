"""WIRES to disk: what must survive a crash, a full disk and a second process.

One TinyDB file per engagement is one transaction.  `tiny` is the store; `shelf` finds and lists engagement
files, `storage` gives them their form, `codec` turns records into rows, `disk` makes a write durable;
`shared` holds the small facts of the whole house and `attention` the messages set aside.
"""
