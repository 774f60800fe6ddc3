"""Quotations -> utterances: the same words in other stories, verbatim, cut or changed."""
