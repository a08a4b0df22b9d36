"""Arithmetic of figures: facts in, exact results and reasons out; pure.

Each file says whose method it follows. Nothing here knows a table, a day or a lens.
"""
