"""Measurements, not shipped."""
