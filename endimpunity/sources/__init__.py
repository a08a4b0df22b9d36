"""What other publishers say: their lists, as they said them, through time.

A list comes in as a snapshot, its rows are kept as they were met, and each is
normalised, matched with the publisher's earlier lists and never overwritten.
"""
