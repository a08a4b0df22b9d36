"""The `endimpunity` command: each subcommand reads its words and makes one call."""
