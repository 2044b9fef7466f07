"""Editions damaged by kinds, and what becomes of them when they are loaded after the whole one."""
