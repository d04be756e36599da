"""What the names that no vocabulary knows are in a statement: sources among sources, else parts of the programme."""

from __future__ import annotations

from recon.extract.clauses import Kind, Said
from recon.extract.wording import Wording


def kinds_of(items: list[Said], words: Wording) -> list[Kind | None]:
    """What an unknown name is: a source among sources, else a part; None for one that stands alone."""
    found: list[Kind | None] = []
    for i, item in enumerate(items):
        if not item.value(Kind.PART):
            found.append(None)
        elif _level_of(item.name, words) is not None:
            found.append(Kind.PART)
        else:
            found.append(_kind_among_neighbours(items, i))
    return found


def _level_of(name: str, words: Wording) -> int | None:
    """«по подпрограмме 1», «на реализацию подпрограммы «Дороги»»: the level behind the words that lead to it."""
    led = words.begins("leads-to-part", name)
    return words.level_of(name[led.end() :] if led else name)


def _kind_among_neighbours(items: list[Said], i: int) -> Kind | None:
    first = i
    while first > 0 and not _begins_list(items[first]) and is_listed(items[first - 1]):
        first -= 1
    last = i
    while last + 1 < len(items) and is_listed(items[last + 1]) and not _begins_list(items[last + 1]):
        last += 1
    run = items[first : last + 1]
    inner = first > 0 and items[first].opens and items[first - 1].value(Kind.SOURCE) and items[first].value(Kind.PART)
    if inner:  # «областной бюджет – 50, из них: строительство – 30; прочее – 20; местные бюджеты – 40»
        until = next((n for n, one in enumerate(run) if one.value(Kind.SOURCE)), len(run))
        if first + until > i:
            return Kind.PART if sum(bool(one.value(Kind.PART)) for one in run[:until]) > 1 else Kind.SOURCE
    if any(one.value(Kind.SOURCE) and not one.headed for one in run):
        return Kind.SOURCE
    following = items[i + 1] if i + 1 < len(items) else None
    heads = following is not None and following.opens and bool(following.value(Kind.PART))
    return Kind.PART if heads or sum(bool(one.value(Kind.PART)) for one in run) > 1 else None


def is_listed(item: Said) -> bool:
    return bool(item.named) and not item.grand


def _begins_list(item: Said) -> bool:
    return item.opens or item.of_total or item.outside or bool(item.headed)
