"""Attacks, the people harmed in them, what justice did since, and who says so.

One case is one person harmed in one attack, under an opaque address for ever.
Facts keep three times apart, and nothing is overwritten.
"""
