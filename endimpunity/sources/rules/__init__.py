"""What the room knows without asking anybody: pure functions over plain facts."""
