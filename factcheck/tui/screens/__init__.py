"""Whole screens and dialogs: the review itself, and what opens above it."""
