"""An embedded mail server and simulated people, for `mailflow demo` and the tests."""
