"""Statuses that are derived from dated facts under a method; a method a file.

Nothing here is stored: each reading takes the facts of one case and a lens, and
returns what follows from them with its reason. UNESCO's and CPJ's methods are
theirs, as `docs/reference/statuses.md` understands them.
"""
