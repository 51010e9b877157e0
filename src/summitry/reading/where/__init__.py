"""Where: places that are pointed to, or not said because the text is written there."""
