"""What an invented world is made of: chance that repeats itself, and made-up names.

Nothing here is a secret and nothing here is real. Names are put together from
syllables written for this purpose; the same path of chance gives the same name in
every installation.
"""

from endimpunity.foundation.invention.draws import Draws
from endimpunity.foundation.invention.tongues import (
    TONGUES,
    InventedName,
    Tongue,
)

__all__ = ["TONGUES", "Draws", "InventedName", "Tongue"]
