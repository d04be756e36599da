"""PDFium's functions as they are called a hundred times a page: handles and addresses are plain numbers.

The functions of pypdfium2 wrap and check a pointer at every call, which costs as much as what they answer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

_HANDLE, _WHOLE = ctypes.c_void_p, ctypes.c_int
_TAKES: dict[str, tuple[Any, ...]] = {
    "FPDFText_GetLooseCharBox": (_WHOLE, _HANDLE, _WHOLE, _HANDLE),
    "FPDFPage_GetObject": (_HANDLE, _HANDLE, _WHOLE),
    "FPDFFormObj_GetObject": (_HANDLE, _HANDLE, ctypes.c_ulong),
    "FPDFPageObj_GetType": (_WHOLE, _HANDLE),
}


@cache
def swift(name: str) -> Callable[..., Any]:
    """A function of PDFium; it answers a handle as its number, None for a null one."""
    import pypdfium2.raw as pdfium

    address = ctypes.cast(getattr(pdfium, name), _HANDLE).value
    assert address is not None
    # PYFUNCTYPE keeps the interpreter's lock: a call is shorter than giving the lock away and taking it back.
    return ctypes.PYFUNCTYPE(*_TAKES[name])(address)


def handle_of(pointer: Any) -> int | None:
    """The number of a handle that pypdfium2 holds as a pointer."""
    return ctypes.cast(pointer, _HANDLE).value
