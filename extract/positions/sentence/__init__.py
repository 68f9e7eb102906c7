"""What stands in a sentence: its holders, targets and cues as a row of tokens, its clauses and items. Passages in, sentences out."""
