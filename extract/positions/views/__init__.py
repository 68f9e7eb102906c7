"""Stances on concepts: who calls what important, dangerous, doubtful."""
