"""The API against its own document: no answer that it does not describe, whatever is asked.

Not every text that the document allows is a question, so what is valid by the document may be refused.
"""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from onrecord.record import Record
from onrecord.web.application import LOCAL, application
from onrecord.web.limiting import Allowance
from onrecord.web.reader import Reader
from onrecord.web.room import Room


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_as_the_document_says(shelf: Record, mode: GenerationMode) -> None:
    reader = Reader()
    reader._allowance = Allowance(3)
    app = application(Room(record=shelf, reader=reader), LOCAL | {"testserver"})
    document: Any = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    tried = []
    for found in document.get_all_operations():
        operation = found.ok()

        @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy(generation_mode=mode))
        def holds(case: Any) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        try:
            holds()
            tried.append(operation.label)
        except schemathesis.core.errors.SchemathesisError as error:
            assert mode is GenerationMode.NEGATIVE, error
        except Exception as error:
            if type(error).__name__ not in ("Unsatisfiable", "SkipTest"):
                raise
            assert mode is GenerationMode.NEGATIVE, error
    assert len(tried) >= (9 if mode is GenerationMode.POSITIVE else 5), tried
