"""Whether a table that lost its borders may be taken as one reading has it: a reading that is wrong raises alarms."""

from __future__ import annotations

from recon.extract.adds_up import along_periods, is_contradicted
from recon.extract.loose import Candidate
from recon.extract.row_meaning import Meaning
from recon.extract.wording import Wording
from recon.model.period import TOTAL, is_year

#: sums that must hold where the words do not name the columns
_LEAST_PROOFS = 2


def is_sound(meaning: Meaning, candidate: Candidate, words: Wording) -> bool:
    """Whether its sums speak for a reading, or nothing against it but one sum where words leave no other reading."""
    if not candidate.by_words:
        # what no word says must hold by itself: sums of rows do not prove where the total stands
        contradicted = is_contradicted(meaning.figures, meaning.elements, words.vocabulary.source_tree)
        if contradicted or not along_periods(meaning.figures).mostly:
            return False
    if meaning.evidence.mostly:
        return candidate.by_words or meaning.evidence.holding >= _LEAST_PROOFS
    sources = {figure.source for figure in meaning.figures}
    alone = candidate.by_words and meaning.evidence.broken == 1 and not meaning.evidence.holding
    return alone and (len(sources) >= 3 or meaning.evidence.near == 1 or (candidate.turned and _lists_years(meaning)))


def _lists_years(meaning: Meaning) -> bool:
    """Whether each amount stands beside its year, three running years or more, and one beside the word for a total."""
    periods = [figure.period for figure in meaning.figures]
    years = sorted(int(period) for period in periods if is_year(period))
    running = len(years) >= 3 and years == list(range(years[0], years[-1] + 1))
    return running and sorted(period for period in periods if not is_year(period)) == [TOTAL]
