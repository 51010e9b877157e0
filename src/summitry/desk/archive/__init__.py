"""Reading an archive: any number of documents to tables of the claims that they make."""

from summitry.desk.archive.run import Archive, Progress, Totals, read_archive

__all__ = ["Archive", "Progress", "Totals", "read_archive"]
