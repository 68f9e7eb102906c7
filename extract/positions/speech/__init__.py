"""Whose words a document, a part of it and a passage are: speakers, issuers, signatories, headings, turns."""
