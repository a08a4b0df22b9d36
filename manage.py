"""Django's own entry, for those who know it; `endimpunity` is the program's."""

import sys

from endimpunity.doors.terminal.main import main

if __name__ == "__main__":
    sys.exit(main())
