"""The whole course: all files read into one value, and whether they agree with each other."""
