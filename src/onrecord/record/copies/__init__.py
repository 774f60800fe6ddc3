"""Stories -> the origins that they are copies of, and what changed from one version to the next."""
