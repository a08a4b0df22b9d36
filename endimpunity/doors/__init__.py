"""The only places that know HTTP, the terminal and the clock."""
