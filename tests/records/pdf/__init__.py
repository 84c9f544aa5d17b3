"""What is read out of the pages of a PDF."""
