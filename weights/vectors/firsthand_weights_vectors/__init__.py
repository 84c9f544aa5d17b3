"""Weights of Firsthand's comparison across languages: data alone. README.md is the model card."""
