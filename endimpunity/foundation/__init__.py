"""What every room stands on: dates, countries, names, texts, the lens, events.

It has no tables, and knows no room.
"""
