"""The benchmark: what this site costs its readers and its authors, beside others with the same lessons, in one run."""
