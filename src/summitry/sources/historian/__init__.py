"""The Office of the Historian's data: trips of presidents and secretaries, leaders' visits."""
