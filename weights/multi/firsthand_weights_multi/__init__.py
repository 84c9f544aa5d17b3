"""Weights of Firsthand's reader of seven languages: data alone. README.md beside this package is the model card."""
