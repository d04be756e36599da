"""Figures put into groups: in the order of a document, each group with its own, none for no figures."""

from __future__ import annotations

import numpy as np

from recon.ledger.grouping import grouped


def test_groups_stand_in_the_order_in_which_they_are_met_and_so_do_their_figures() -> None:
    key = np.array([7, 3, 7, 1, 3, 7])
    groups = grouped(np.array([0, 1, 2, 4, 5]), key)
    assert [groups[n].tolist() for n in range(len(groups))] == [[0, 2, 5], [1, 4]]
    assert groups.first.tolist() == [0, 1]
    assert groups.count.tolist() == [3, 2]


def test_each_group_is_asked_by_the_values_of_its_own_figures() -> None:
    key, values = np.array([0, 1, 0, 1]), np.array([5, 40, 3, 70])
    groups = grouped(np.arange(4), key)
    assert groups.each(np.minimum, values).tolist() == [3, 40]
    assert groups.each(np.maximum, values).tolist() == [5, 70]


def test_no_figures_make_no_group() -> None:
    groups = grouped(np.zeros(0, np.int64), np.array([1, 2]))
    assert len(groups) == 0
    assert len(groups.each(np.minimum, np.array([1, 2]))) == 0
