"""Quality, measured: one file a question; ``python -m bench`` runs them all and holds the floors."""
