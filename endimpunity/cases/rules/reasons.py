"""Why the program lets an entry be about a case, in words; it knows its own by them."""

MADE = "Made from this entry of the first list."
JOINED = (
    "Same name, same country and dates that overlap; among the registry's cases"
    " only this one agrees, and in the list only this entry."
)
