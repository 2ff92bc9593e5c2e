"""The published document: how it is built from models, its canonical JSON, its hash and its differences."""
