"""HTML: the characters that a reader sees, what the page says of itself, and which of it is the article."""
