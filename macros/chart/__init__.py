"""Charts: the figures of one row as dots on a logarithmic axis, and as SVG."""
