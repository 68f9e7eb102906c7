"""Documents that readers hand in: files in, a richer graph out. Only the upload page uses this; no other part of the dashboards knows ``extract``."""
