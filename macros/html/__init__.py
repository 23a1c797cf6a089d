"""Values as safe HTML: escaped text, templates and their cache, and the box that stands where code fails."""
