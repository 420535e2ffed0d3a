"""Readers and writers of graph files; use `houvast.graphs.read` and `write`."""
