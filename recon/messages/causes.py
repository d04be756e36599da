"""What causes say: which figures should read what, what was left out, and what else would do."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "report.cause.unique": {
        "en": "cause {id}: one figure explains {findings:finding|findings}, and it is the only one",
        "ru": "причина {id}: одна сумма объясняет {findings:замечание|замечания|замечаний}, и она единственная",
    },
    "report.cause.several": {
        "en": "cause {id}: one figure explains {findings:finding|findings}, but it is not the only one that would",
        "ru": "причина {id}: одна сумма объясняет {findings:замечание|замечания|замечаний}, но не она одна",
    },
    "report.cause.unique.together": {
        "en": "cause {id}: {figures:figure|figures} together explain {findings:finding|findings},"
        " and no other set as small does",
        "ru": "причина {id}: {figures:сумма|суммы|сумм} вместе объясняют"
        " {findings:замечание|замечания|замечаний}, иного столь же малого набора нет",
    },
    "report.cause.several.together": {
        "en": "cause {id}: {figures:figure|figures} together explain {findings:finding|findings},"
        " but other sets as small would as well",
        "ru": "причина {id}: {figures:сумма|суммы|сумм} вместе объясняют"
        " {findings:замечание|замечания|замечаний}, но есть и другие столь же малые наборы",
    },
    "report.cause.repair": {
        "en": "{what}: stated {stated}, should read {proposed}{slip}",
        "ru": "{what}: указано {stated}, подлежит уточнению, предлагается {proposed}{slip}",
    },
    "report.cause.left-behind": {
        "en": "cause {id}: an amendment was not carried to {figures:total|totals}, which explains"
        " {findings:finding|findings}",
        "ru": "причина {id}: изменение не перенесено в {figures:итог|итога|итогов}, это объясняет"
        " {findings:замечание|замечания|замечаний}",
    },
    "report.cause.confirmed": {
        "en": "the base edition bears this out",
        "ru": "это подтверждает прежняя редакция",
    },
    "report.cause.less_likely": {"en": "far less likely: {repairs}", "ru": "гораздо менее вероятно: {repairs}"},
    "report.cause.settles": {"en": "settles {findings}", "ru": "устраняет {findings}"},
    "report.cause.or": {"en": "or: {repairs}", "ru": "либо: {repairs}"},
    "report.cause.change": {
        "en": "{what}: {stated}, should read {proposed}{slip}",
        "ru": "{what}: {stated}, предлагается {proposed}{slip}",
    },
    "report.cause.changes_left_out": {
        "en": "… and {count:more change|more changes}",
        "ru": "… и ещё {count:исправление|исправления|исправлений}",
    },
    "report.cause.further": {
        "en": "… and {count:other explanation|other explanations} (--all)",
        "ru": "… и ещё {count:объяснение|объяснения|объяснений} (показать: --all)",
    },
    "report.cause.left-out": {
        "en": "cause {id}: {figures:total leaves|totals leave} out one part, which explains"
        " {findings:finding|findings}",
        "ru": "причина {id}: {figures:итог|итога|итогов} без одного слагаемого, это объясняет"
        " {findings:замечание|замечания|замечаний}",
    },
    "report.cause.twice": {
        "en": "cause {id}: {figures:total counts|totals count} one part twice, which explains"
        " {findings:finding|findings}",
        "ru": "причина {id}: {figures:итог|итога|итогов} с дважды учтённым слагаемым, это объясняет"
        " {findings:замечание|замечания|замечаний}",
    },
    "report.cause.absent": {
        "en": "cause {id}: {figures:total holds|totals hold} money that no part holds, which explains"
        " {findings:finding|findings}",
        "ru": "причина {id}: {figures:итог содержит|итога содержат|итогов содержат} сумму, которой нет ни в одном"
        " слагаемом, это объясняет {findings:замечание|замечания|замечаний}",
    },
    "report.cause.left-out.part": {
        "en": "the part left out: {where}: {stated}",
        "ru": "не учтено слагаемое: {where}: {stated}",
    },
    "report.cause.twice.part": {
        "en": "the part counted twice: {where}: {stated}",
        "ru": "дважды учтено слагаемое: {where}: {stated}",
    },
    "report.cause.absent.amount": {
        "en": "{what}: {proposed} of it stands in no part; a row or a column may be missing",
        "ru": "{what}: {proposed} не содержится ни в одном слагаемом; возможно, пропущена строка или графа",
    },
    "report.cause.or_absent": {"en": "or a part is missing: {amounts}", "ru": "либо пропущено слагаемое: {amounts}"},
    "report.cause.amended": {
        "en": "the amended figure reads {stated} ({where})",
        "ru": "изменённая сумма — {stated} ({where})",
    },
    "report.cause.amended.one_of": {
        "en": "the amended figure is one of several: {stated} ({where})",
        "ru": "изменена одна из сумм: {stated} ({where})",
    },
    "report.cause.amended.or": {
        "en": "or {stated} ({where})",
        "ru": "либо {stated} ({where})",
    },
    "report.cause.amended.further": {
        "en": "or {count:other figure|other figures} (--all)",
        "ru": "либо {count:другая сумма|другие суммы|других сумм} (показать: --all)",
    },
    "report.cause.added": {
        "en": "they lack {stated} ({where})",
        "ru": "в них не вошла сумма {stated} ({where})",
    },
    "report.cause.added.one_of": {
        "en": "they lack {stated} ({where})",
        "ru": "в них не вошла сумма {stated} ({where})",
    },
    "report.cause.decides": {
        "en": "what decides between them: {what}; compare it with its source",
        "ru": "что решает между ними: {what}; сверьте эту сумму с первоисточником",
    },
    "report.cause.not_minimal": {
        "en": "the search reached its limit: fewer changes may do",
        "ru": "поиск достиг предела: возможно, достаточно меньшего числа исправлений",
    },
    "report.slip.digit": {"en": "one digit", "ru": "одна цифра"},
    "report.slip.digit.which": {"en": "one digit: {was} for {new}", "ru": "одна цифра: {was} вместо {new}"},
    "report.slip.digits-interchanged": {"en": "two digits changed places", "ru": "две цифры переставлены"},
    "report.slip.digit-omitted": {"en": "a digit is missing", "ru": "пропущена цифра"},
    "report.slip.digit-added": {"en": "a digit too many", "ru": "лишняя цифра"},
    "report.slip.sign": {"en": "the sign", "ru": "знак"},
    "report.slip.shift": {"en": "the decimal mark or the unit", "ru": "запятая или единица измерения"},
    "report.slip.copied": {"en": "copied from a neighbour", "ru": "повторена соседняя сумма"},
    "report.slip.term": {
        "en": "one part left out or added twice",
        "ru": "одно слагаемое пропущено или учтено дважды",
    },
    "report.slip.absent": {"en": "stands in no part", "ru": "нет ни в одном слагаемом"},
    "report.slip.missing": {"en": "left blank", "ru": "не заполнено"},
    "report.slip.left-behind": {"en": "not carried along", "ru": "изменение не учтено"},
}
