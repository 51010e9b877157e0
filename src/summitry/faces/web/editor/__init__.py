"""The editor's pages: a record changed in the browser, by who has the token."""
