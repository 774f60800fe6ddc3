"""The steps that bring a record's tables from one version of the program to the next, run by Alembic."""
