"""Curators who are signed in."""

from tests.claims.admin.conftest import ada, ben, reader

__all__ = ["ada", "ben", "reader"]
