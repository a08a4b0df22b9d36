"""States and territories: their names, their memberships by period, their people.

Nothing here is overwritten: a new list of names is a new version, a new population
series a new vintage, and a fact about a membership that changes is closed and written
anew, so that a figure finds what it was computed from.
"""
