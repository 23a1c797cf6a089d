"""Pictures that their readers operate: each kind with its model, its arithmetic, and how it is shown."""
