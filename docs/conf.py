"""How Sphinx makes the documentation site; `scripts/docs` sets up what it needs and calls it."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "docs" / "extensions"))

project = "houvast"
copyright = "the houvast authors, MIT licence"
release = re.search(r'HOUVAST_VERSION "([^"]+)"', (ROOT / "include/houvast/version.hpp").read_text("utf-8")).group(1)

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "numpydoc",
    "myst_nb",
    "formulas",
    "headers",
    "languages",
    "mentions",
    "names",
]
root_doc = "index"
exclude_patterns = ["build", "static"]
nitpicky = True
nitpick_ignore_regex = [  # namespaces, and what other packages document
    ("cpp:identifier", r"(houvast|graph|stats|interop|boost|BglGraph|HOUVAST_VERSION)\b.*|\w+Tag"),
    ("py:class", r"(?!houvast\b).*"),
]
default_role = "literal"

myst_enable_extensions = ["dollarmath", "colon_fence"]
myst_heading_anchors = 3

# Notebooks run once; their pages keep what came out until the library or the notebook changes (scripts/docs).
nb_execution_mode = "cache"
nb_execution_cache_path = str(ROOT / "build" / "docs" / "notebooks")
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True

add_module_names = False
autodoc_member_order = "bysource"
autoclass_content = "both"
autodoc_preserve_defaults = True
autosummary_generate = False
numpydoc_show_class_members = False
numpydoc_xref_param_type = True
numpydoc_xref_ignore = "all"  # words that name no class of houvast stay words

html_theme = "pydata_sphinx_theme"
html_title = "houvast"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_context = {"default_mode": "auto"}
html_theme_options = {
    "collapse_navigation": True,
    "header_links_before_dropdown": 8,
    "navigation_with_keys": False,
    "show_toc_level": 2,
    "navbar_align": "left",
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
}
