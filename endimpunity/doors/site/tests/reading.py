"""Reading a page as a reader does."""

import re


def text(answer):
    """Return the words of a page, without its tags and line breaks."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
