"""A sourced record of who met whom, the history of any two leaders, and checks of what is said."""
