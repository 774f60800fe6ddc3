"""The reading room: a record -> pages for a browser and an HTTP API; reads only."""
