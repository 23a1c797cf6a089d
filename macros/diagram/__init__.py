"""Diagrams: a scene says what is in the picture, layout places it, paint draws it."""
