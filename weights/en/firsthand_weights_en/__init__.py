"""Weights of Firsthand's reader of English: data alone. README.md beside this package is the model card."""
