"""One suite for every engine: add yours to ENGINES in test_promise.py and all of it must pass."""
