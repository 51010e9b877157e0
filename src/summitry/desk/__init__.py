"""The use cases, one a file: each composes the rooms below and hands values on."""
