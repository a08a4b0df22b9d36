"""Reading of shipped and given tables, and what periods must keep to; pure."""
