"""The documentation, built with warnings as errors."""

from importlib import metadata

project = "arabnews"
author = "The arabnews authors"
copyright = "2026, the arabnews authors"
release = metadata.version("arabnews")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_display_short_literal_types = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = "arabnews"
html_static_path = ["_static"]
html_css_files = ["rtl.css"]
