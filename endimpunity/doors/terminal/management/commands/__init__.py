"""One file a subcommand; `main.COMMANDS` says by which word each is called."""
