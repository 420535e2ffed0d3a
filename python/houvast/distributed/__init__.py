"""A country at once: the tally and whole studies on Apache Spark (`.spark`) and Dask (`.dask`), and on one machine."""

from .studies import map_studies

__all__ = ["map_studies"]
