"""From a signed pair to a position: pronouns, replies, lists, conditions, and the words that prove it."""
