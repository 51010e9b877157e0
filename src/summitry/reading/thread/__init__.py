"""What runs from one sentence to the next: what a sentence leaves out, for it was said before."""
