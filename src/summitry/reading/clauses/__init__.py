"""What a clause claims: who met whom, how often, which one, since when."""
