"""The public pages: what was decided to be shown, read through published.py."""
