"""Pages read by machine."""
