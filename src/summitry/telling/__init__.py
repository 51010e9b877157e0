"""Claims and findings to English, pages and exports."""
