"""Whether a holder is for or against a target: the algebra of polarity, plain grammar, learned weights, and how far to trust them."""
