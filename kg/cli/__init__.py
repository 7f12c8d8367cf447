"""The command line: a thin layer over the Python API, one module per verb, loaded when it is needed."""
