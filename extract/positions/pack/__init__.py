"""What a language pack says of positions, ready for use: words, patterns, automata. Files of data/ in, lookups out."""
