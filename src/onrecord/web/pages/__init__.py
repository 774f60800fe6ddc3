"""The pages: what each shows and where it is."""
