"""Benchmarks: what the site costs its readers and its authors, beside other ways to publish the same lessons."""
