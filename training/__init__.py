"""Training the reader that learns: the sentences it is taught and how it is taught."""
