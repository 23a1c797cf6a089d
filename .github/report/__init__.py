"""What GitHub tells reviewers and maintainers: a comment on a pull request, a picture page, a weekly issue."""
