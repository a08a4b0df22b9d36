"""The room's deeds, a file a verb."""

from endimpunity.sources.operations.importing import (
    ImportOutcome,
    UnableToImport,
    import_list,
)
from endimpunity.sources.operations.judging import UnableToJudge, judge_rows
from endimpunity.sources.operations.ordering import LARGEST_QUARANTINE, ImportOrder
from endimpunity.sources.operations.publishing import (
    UnableToClose,
    UnableToRelease,
    adopt_policy_alone,
    end_policy,
    end_release,
    release_snapshot,
)
from endimpunity.sources.operations.retrying import (
    UnableToCorrect,
    correct_row,
    retry_quarantined,
)
from endimpunity.sources.operations.taking_back import (
    TakenBack,
    UnableToTakeBack,
    take_back,
)
from endimpunity.sources.operations.withholding import (
    UnableToWithhold,
    lift_withholding,
    withhold_parts,
)

__all__ = [
    "LARGEST_QUARANTINE",
    "ImportOrder",
    "ImportOutcome",
    "TakenBack",
    "UnableToClose",
    "UnableToCorrect",
    "UnableToImport",
    "UnableToJudge",
    "UnableToRelease",
    "UnableToTakeBack",
    "UnableToWithhold",
    "adopt_policy_alone",
    "correct_row",
    "end_policy",
    "end_release",
    "import_list",
    "judge_rows",
    "lift_withholding",
    "release_snapshot",
    "retry_quarantined",
    "take_back",
    "withhold_parts",
]
