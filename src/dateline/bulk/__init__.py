"""Bulk reading: many inputs to Parquet, on the cores of one machine or on a Dask cluster."""
