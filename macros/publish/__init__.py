"""What is done to the built site for its readers: small stylesheets, a policy for browsers, files for servers."""
