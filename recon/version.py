"""Which version of recon this is; asked for only when it is to be said, since the look-up costs."""

from __future__ import annotations


def version() -> str:
    """The version of the installed package; that of the source where nothing is installed."""
    from importlib import metadata

    try:
        return metadata.version("recon")
    except metadata.PackageNotFoundError:
        return "0.1.0"
