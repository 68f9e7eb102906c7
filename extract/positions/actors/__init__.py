"""Who may hold a position: names of lists, names known by their shape or company, persons, groups, pronouns. Passages in, mentions out."""
