"""A study as one Excel workbook."""
