"""The outside of every room: files kept by their content.

Each gateway is a `Protocol` with a real side and one in memory, under the same tests.
"""
