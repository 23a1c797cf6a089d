"""What ``make check`` says of the pages of a whole course: their calls, links and anchors."""
