"""Long lists in stretches, each found by a key of what it begins after."""


class NoSuchPage(LookupError):  # it is an answer as much as an error
    """This part of the list is not there, or not any more."""
