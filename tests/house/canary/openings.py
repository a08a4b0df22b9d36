"""What the canary takes as public or as a fixed form, each with its reason.

Every other text of every table is secret: it is planted, and must not come out.
A name here is Room.Model.field, or Room.Model.field.key within a JSON column.
"""

# What pages show on purpose: the columns that published.py may read. To add a
# line here is to decide that the world may read that column.
PUBLIC: dict[str, str] = {}

# Columns whose form is checked or read by the program, so that a word planted
# there would be refused or break the row, and which name nobody.
OF_FIXED_FORM: dict[str, str] = {}
