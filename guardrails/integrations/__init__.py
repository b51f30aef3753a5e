"""Adapters at the rim: they translate native requests and answers to texts and back, and decide nothing."""
