"""The server of ``mkdocs serve``: it shows the last whole site, names in it what is wrong, and lives on."""
