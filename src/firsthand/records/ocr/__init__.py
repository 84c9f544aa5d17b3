"""Pages read by machine: Tesseract, where it is installed. What it reads is a suggestion, labelled so."""
