"""The Office of the Historian's data: presidents' and secretaries' trips, foreign leaders' visits."""
