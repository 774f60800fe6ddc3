"""A pytest plugin for CI: where ONRECORD_REQUIRE_ALL is set, a test that needs Chromium may not be skipped."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
REQUIRED = bool(os.environ.get("ONRECORD_REQUIRE_ALL"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return _insisted(report, "chromium" in item.keywords)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return _insisted(report, False)


def _insisted(report: Report, marked: bool) -> Report:
    if REQUIRED and report.skipped and (marked or "chromium" in str(report.longrepr).lower()):
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped where nothing may be: {report.longreprtext}"
    return report
