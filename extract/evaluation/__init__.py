"""Evaluation: claims against gold claims (gold/GUIDE.md). Rows of claims in; figures, intervals, tables and pages out."""
