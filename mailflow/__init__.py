"""mailflow: Just-in-Time Mentoring by email.

A leader names one capability and three experts; mailflow asks each expert for
three bits of advice, does nothing until all nine are in, and then mails the
leader the thread that runs through them with a draft SMART goal.  Mail flows
one way through the rooms: arrival -> message -> event -> decision -> letter.
"""

__version__ = "0.1.0"
