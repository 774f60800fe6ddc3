"""Profiles of persons and organisations -> who is who across stories; pure functions, the record keeps the log."""

from onrecord.record.identity.grouping import clusters
from onrecord.record.identity.judging import Judgement, Verdict, judge
from onrecord.record.identity.namekeys import keys
from onrecord.record.identity.profile import Profile, merged

__all__ = ["Judgement", "Profile", "Verdict", "clusters", "judge", "keys", "merged"]
