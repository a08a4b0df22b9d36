"""How facts are settled between voices, ordered and allowed; pure."""
