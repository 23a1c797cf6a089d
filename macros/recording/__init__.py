"""Commands that are run: those of the pages for the tests, and those of transcripts for the record."""
