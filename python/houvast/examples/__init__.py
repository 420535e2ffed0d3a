"""Example studies that are made on the spot; see `houvast.examples.region`."""
