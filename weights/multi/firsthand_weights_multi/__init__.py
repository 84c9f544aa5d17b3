"""Weights of Firsthand's reader of seven languages: data alone. README.md is the model card."""
