"""What a piece without a verb claims: an entry of a timeline, a caption, a row of a table."""
