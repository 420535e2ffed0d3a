"""Studies, tables and graphs from and to files and data frames."""
