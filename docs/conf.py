"""Sphinx configuration: `sphinx-build docs build/docs` with the packages sphinx and myst-parser."""

project = "houvast"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
root_doc = "index"
html_theme = "alabaster"
exclude_patterns = ["build"]
