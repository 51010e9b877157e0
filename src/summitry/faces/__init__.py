"""What a person or program calls: the command line, and the wire format that faces share."""
