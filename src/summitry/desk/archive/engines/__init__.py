"""What does a job: a pool of processes here, or Daft, here or on a Ray cluster."""
