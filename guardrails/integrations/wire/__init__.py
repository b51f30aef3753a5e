"""Pure translation between the JSON of an HTTP API and texts: no I/O, no vendor package, one module an API."""
