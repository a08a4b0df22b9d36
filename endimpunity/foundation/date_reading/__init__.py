"""How the words of a list become a span of days; nothing here knows a list.

`reader` is the way in, `edtf` the other language dates are written in.
"""
