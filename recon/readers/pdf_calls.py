"""PDFium's functions as they are called a hundred times a page: handles and addresses are plain numbers.

The functions of pypdfium2 wrap and check a pointer at every call, which costs as much as what they answer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from typing import Any

_HANDLE, _WHOLE = ctypes.c_void_p, ctypes.c_int
#: What a function answers and what it takes. Where nothing is said of the latter, whole numbers and handles are handed
#: over as they are, which is quicker still.
_TAKES: dict[str, tuple[Any, ...]] = {
    "FPDFText_GetLooseCharBox": (_WHOLE,),
    "FPDFPage_GetObject": (_HANDLE,),
    "FPDFFormObj_GetObject": (_HANDLE,),
    "FPDFPageObj_GetType": (_WHOLE, _HANDLE),
    "FPDFPageObj_GetBounds": (_WHOLE,),
    "FPDFPath_GetDrawMode": (_WHOLE,),
    "FPDFPath_CountSegments": (_WHOLE,),
}
Handle = ctypes.c_void_p


@cache
def swift(name: str) -> Callable[..., Any]:
    """A function of PDFium; it answers a handle as its number, None for a null one."""
    import pypdfium2.raw as pdfium

    address = ctypes.cast(getattr(pdfium, name), _HANDLE).value
    assert address is not None
    # PYFUNCTYPE keeps the interpreter's lock: a call is shorter than giving the lock away and taking it back.
    return ctypes.PYFUNCTYPE(*_TAKES[name])(address)


def handle_of(pointer: Any) -> Handle:
    """The handle that pypdfium2 holds as a pointer."""
    return ctypes.cast(pointer, _HANDLE)
