"""Who may act: people, and the SYSTEM that acts for the program itself.

A user is an opaque key with an e-mail to log in with; roles, second factors and
appointments come with the desk.
"""
