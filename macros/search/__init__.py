"""From the built pages to the index of the search, which stands in the site as small files."""
