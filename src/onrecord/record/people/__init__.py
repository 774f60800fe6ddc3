"""The people and organisations of a record: who of each story is who across stories, as judged."""
