"""Trying the rules: the page, its form and its answer."""
