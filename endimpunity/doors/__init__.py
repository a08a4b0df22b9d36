"""Where people and machines come in: below here nobody asks what time it is."""
