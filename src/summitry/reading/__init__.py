"""Text to claims: sentences, mentions, who is meant, frames and forms."""
