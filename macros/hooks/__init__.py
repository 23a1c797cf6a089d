"""What meets MkDocs' events: one hook a module, each with its reason."""
