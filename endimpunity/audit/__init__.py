"""Who did what, when: the journal of deeds.

Every operation of every room above appends its deed here, in the transaction
that does it. Rows are never changed.
"""
