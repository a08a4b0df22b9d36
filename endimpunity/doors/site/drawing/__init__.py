"""Figures as SVG: pure functions, numbers and words in, safe markup out.

No function here knows a room, a request or a setting. Nothing drawn needs a script
or a style attribute: sheets colour it by its classes.
"""
