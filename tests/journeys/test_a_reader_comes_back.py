"""A reader comes back: whatever changed since, the tag of each page tells."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.accounts.models import User
from endimpunity.cases import operations as cases
from endimpunity.cases.models import Case, Merge
from endimpunity.cases.tests import factories
from endimpunity.directory import operations as directory
from endimpunity.sources import operations as sources
from endimpunity.sources.models import Part

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

NAMES = "code,language,name\n" + "".join(
    f"BR,{language},Land{{number}}\n"
    for language in ("ar", "en", "es", "fr", "ru", "zh-hans")
)


class Registry:
    """A registry with a list and cases of its own, and what may be done to it."""

    def __init__(self):
        self.by = User.objects.get(kind="SYSTEM")
        self.began = timezone.now() - timedelta(days=1)
        self.steps = 0
        self.listed = factories.adopted(
            self.by,
            factories.said(),
            factories.said("Bo Invented"),
            at=self.began,
        )
        self.policy = None
        for name in ("Cy Invented", "Di Invented"):
            factories.own_case(self.by, at=self.began, name=name)

    def do(self, deed, number):
        self.steps += 1
        keys = Case.objects.order_by("id").values_list("id", flat=True)
        self.case = keys[number % len(keys)]
        self.other = keys[(number + 1) % len(keys)]
        self.words: dict[str, Any] = {
            "by": self.by,
            "at": self.began + timedelta(minutes=self.steps),
        }
        getattr(self, deed)()

    def publish(self):
        cases.publish(case_id=self.case, reason="A test.", alone=True, **self.words)

    def withdraw(self):
        cases.withdraw(case_id=self.case, reason="Asked.", **self.words)

    def merge(self):
        if not Merge.objects.filter(undone_at=None).exists():
            cases.merge(
                from_case_id=self.case,
                into_case_id=self.other,
                reason="One person.",
                **self.words,
            )

    def undo(self):
        for one in Merge.objects.filter(undone_at=None):
            cases.undo_merge(merge_id=one.pk, reason="Two.", **self.words)

    def open(self):
        self.policy = sources.adopt_policy_alone(publisher_code="LIST", **self.words)
        sources.release_snapshot(
            snapshot=self.listed.snapshot,
            policy=self.policy,
            **self.words,
        )
        cases.publish_under_policy(policy_id=self.policy.pk, **self.words)

    def withhold(self):
        parts = Part.objects.filter(record=self.listed.records[0])
        sources.withhold_parts(
            part_ids=list(parts.values_list("id", flat=True)),
            reason="Asked.",
            **self.words,
        )

    def rename(self):
        directory.import_state_names(
            content=NAMES.format(number=self.steps).encode(),
            code="OURS",
            source="A test.",
            **self.words,
        )


DEEDS = ("publish", "withdraw", "merge", "undo", "open", "withhold", "rename")


def pages(addresses):
    client = Client()
    answers = {it: client.get(it) for it in addresses}
    return {
        it: (answer.content, answer.headers.get("ETag"))
        for it, answer in answers.items()
    }


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(st.sampled_from(DEEDS), st.integers(0, 3)),
        min_size=3,
        max_size=6,
    ),
)
def test_a_page_whose_bytes_changed_has_another_tag(deeds):
    with factories.undone():
        registry = Registry()
        addresses = [
            "/en/",
            "/en/countries/",
            "/en/countries/BR/",
            "/en/publishers/",
            "/en/search/?q=Invented",
            *(f"/en/cases/{one.public_id}/" for one in Case.objects.all()),
        ]
        before = pages(addresses)
        for deed, number in deeds:
            registry.do(deed, number)
            after = pages(addresses)
            assert after["/en/"][1], "the front page has no tag"
            stale = [
                it
                for it in addresses
                if after[it][1] == before[it][1] is not None
                and after[it][0] != before[it][0]
            ]
            assert stale == [], deed
            before = after
