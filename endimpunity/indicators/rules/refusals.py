"""Why no figure is given; each is a sentence for whoever asked."""


class UnableToCount(Exception):
    """The figure cannot be computed from these facts, and the sentence says why."""


class UnableToCompare(Exception):
    """The two figures do not measure the same thing, and the sentence says why."""
