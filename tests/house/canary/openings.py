"""What the canary takes as public or as a fixed form, each with its reason.

Every other text of every table is secret: it is planted, and must not come out.
A name here is room.Model.field, or room.Model.field.key within a JSON column.
"""

# What pages show on purpose. To add a line here is to decide that the world may
# read that column.
PUBLIC: dict[str, str] = {
    "cases.Assertion.value": "what the registry says of a published case",
    "cases.Citation.label": "the source of a fact",
    "cases.Citation.stated_edtf": "the day on which a source said so",
    "cases.Citation.url": "the address of a source",
    "cases.Condemnation.body": "who condemned a killing",
    "cases.Condemnation.date_text": "the day of a condemnation, as its source has it",
    "cases.Condemnation.number": "the number of a condemnation",
    "cases.Condemnation.url": "the address of a condemnation",
    "cases.Disagreement.text": "where sources disagree",
    "cases.Proceeding.court": "the court of a proceeding",
    "cases.ProceedingEvent.date_text": "the day of an event, as its source has it",
    "cases.ProceedingEvent.what": "what happened in a proceeding, without names",
    "cases.PublicLine.date_text": "the day of an attack, as its source has it",
    "cases.PublicLine.name": "made to be shown, as all of this table",
    "cases.PublicLine.native_name": "made to be shown",
    "cases.PublicLine.outlets": "made to be shown",
    "cases.PublicLine.place": "made to be shown",
    "cases.PublicLine.standing_by": "made to be shown",
    "cases.Publication.reason": "why a case is shown, or no longer: its page says it",
    "cases.Statement.code": "what a publisher or a State says of a case",
    "cases.Statement.publisher_label": "who says it",
    "cases.Statement.stated_edtf": "the day on which it was said",
    "cases.Statement.text": "what a publisher or a State says of a case",
    "directory.StateName.text": "the name of a State",
    "sources.Publisher.counts": "whom a publisher counts",
    "sources.Publisher.name": "the publisher of a list",
    "sources.Publisher.url": "a publisher's own page",
    "sources.RecordVersion.values.date.text": "open under a policy",
    "sources.RecordVersion.values.name": "open under a policy",
    "sources.RecordVersion.values.name_native": "open under a policy",
    "sources.RecordVersion.values.outlets": "open under a policy",
    "sources.RecordVersion.values.place": "open under a policy",
    "sources.RecordVersion.values.url": "open under a policy",
    "sources.PublishingPolicy.fields": "which fields of a list are open",
    "sources.PublishingPolicy.reason": "why they are",
}

# Columns whose form is checked or read by the program, so that a word planted
# there would break the row: codes, days, hashes, keys. None can hold a sentence.
OF_FIXED_FORM: dict[str, str] = {
    "cases.Assertion.field": "the name of a field",
    "cases.Attack.area": "codes of countries",
    "cases.Attack.date_edtf": "a date",
    "cases.Attack.violations": "codes",
    "cases.Case.employment": "a code",
    "cases.Case.local_foreign": "a code",
    "cases.Case.manner": "a code",
    "cases.Case.motive": "a code",
    "cases.Case.role": "a code",
    "cases.PublicLine.area": "codes of countries",
    "cases.PublicLine.date_edtf": "a date",
    "cases.PublicLine.place_code": "the address of a country's page",
    "cases.PublicLine.standing": "a code",
    "cases.PublicLine.violation": "a code",
    "cases.PublicLine.sort_key": "the key by which a list's pages are cut",
    "sources.RecordVersion.values.date.earliest": "a day",
    "sources.RecordVersion.values.date.latest": "a day",
    "sources.RecordVersion.values.area": "codes of countries",
    "sources.RecordVersion.values.country": "a code",
    "sources.RecordVersion.values.impunity": "a code",
    "sources.RecordVersion.values.unesco_status": "a code",
    "sources.RecordVersion.values.motive": "a code",
    "sources.RecordVersion.values.violation": "a code",
}
