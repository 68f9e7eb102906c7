"""A document as one reads it: passages and claims in, marked text out; the place of a claim in the address, in the text and in the original."""
