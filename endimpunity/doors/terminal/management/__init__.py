"""Where Django looks for the door's commands."""
