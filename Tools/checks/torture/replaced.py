"""The log's file replaced or removed under a running server, as restoring a backup does it."""


def run(table, program, folder, seed):
    pass
