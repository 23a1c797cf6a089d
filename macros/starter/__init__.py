"""The starter: writes a project for another course, with this engine, and takes a newer engine over into one."""
