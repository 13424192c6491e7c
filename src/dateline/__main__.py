"""Lets ``python -m dateline`` stand for the ``dateline`` command."""

from dateline.cli import main

main()
