"""What is said of rules that load and yet cannot be meant."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "report.note": {"en": "note", "ru": "примечание"},
    "rules.advice.disabled": {
        "en": "rule {code} is silenced, so its {field} has no effect",
        "ru": "правило {code} отключено, поэтому {field} ни на что не влияет",
    },
    "rules.advice.disabled.help": {
        "en": "keep one of the two: the reason it is silenced for, or the change",
        "ru": "оставьте что-то одно: причину отключения или изменение",
    },
    "rules.advice.no-amounts": {
        "en": "rule {code} compares no amounts, so its {field} has no effect",
        "ru": "правило {code} не сопоставляет суммы, поэтому {field} ни на что не влияет",
    },
    "rules.advice.take-out.help": {"en": "take {field} out", "ru": "уберите {field}"},
    "rules.advice.rounding": {
        "en": "in rule {code} a difference within rounding is worse than one beyond it",
        "ru": "в правиле {code} отклонение в пределах округления строже, чем большее",
    },
    "rules.advice.rounding.help": {
        "en": "write a `rounding:` that is no worse than `severity:`",
        "ru": "укажите `rounding:` не строже, чем `severity:`",
    },
    "rules.advice.worst": {
        "en": "rule {code} asks for {word}, but nothing here is worse than {worst}",
        "ru": "правило {code} требует {word}, но здесь ничто не строже, чем {worst}",
    },
    "rules.advice.worst.help": {
        "en": "change `worst:` at the top, or the severity of the rule",
        "ru": "измените `worst:` в начале файла или уровень правила",
    },
    "rules.advice.all-excepted": {
        "en": "rule {code} could never apply: all that it is for is excepted",
        "ru": "правило {code} никогда не применится: всё, к чему оно относится, исключено",
    },
    "rules.advice.narrow.help": {
        "en": "let `unless:` name fewer figures than `where:`",
        "ru": "пусть `unless:` называет меньше сумм, чем `where:`",
    },
    "rules.advice.same-parts": {
        "en": "rule {code} could never apply: a figure is no part of itself",
        "ru": "правило {code} никогда не применится: сумма не является частью самой себя",
    },
    "rules.advice.same-parts.help": {
        "en": "choose other figures as `parts:` than as `whole:`",
        "ru": "выберите в `parts:` другие суммы, чем в `whole:`",
    },
    "rules.advice.table": {
        "en": "rule {code} could never apply: the figures of such tables are not added ({tables})",
        "ru": "правило {code} никогда не применится: суммы таких таблиц не складываются ({tables})",
    },
    "rules.advice.table.help": {
        "en": "tables that are added: passport, financing",
        "ru": "складываются таблицы passport (паспорт) и financing (финансирование)",
    },
    "rules.advice.years": {
        "en": "rule {code} could never apply: a single year is no sum of years",
        "ru": "правило {code} никогда не применится: отдельный год не складывается из лет",
    },
    "rules.advice.years.help": {
        "en": "name what the years add to: `period: total`, or a span",
        "ru": "назовите то, что складывается из лет: `period: total` или период",
    },
    "rules.advice.source": {
        "en": "rule {code} could never apply: nothing is added to or compared with {sources}",
        "ru": "правило {code} никогда не применится: для {sources} сопоставлять нечего",
    },
    "rules.advice.source.help": {
        "en": "the figure that is checked is the whole that others make up, such as total",
        "ru": "проверяется целое, которое складывается из других, например total",
    },
    "rules.advice.passport": {
        "en": "rule {code} could never apply: the figure that it checks stands in the passport",
        "ru": "правило {code} никогда не применится: проверяемая сумма стоит в паспорте",
    },
    "rules.advice.passport.help": {"en": "write `table: passport`", "ru": "укажите `table: passport`"},
    "rules.advice.tolerance": {
        "en": "the tolerance {tolerance} of rule {code} hides everything: no amount in its cases is larger than"
        " {largest}",
        "ru": "допуск {tolerance} правила {code} скрывает всё: в его примерах нет суммы больше {largest}",
    },
    "rules.advice.tolerance.help": {
        "en": "a tolerance is in the unit of the document, mostly thousands; for one unit write "
        "`{{thousand-rubles: 0.1}}`",
        "ru": "допуск указывают в единицах документа, чаще всего тысячах; для одной единицы — "
        "`{{thousand-rubles: 0,1}}`",
    },
    "rules.advice.duplicate": {
        "en": "rule {code} checks just what rule {other} checks",
        "ru": "правило {code} проверяет то же, что и правило {other}",
    },
    "rules.advice.contradiction": {
        "en": "rules {code} and {other} check the same figures, but judge them differently",
        "ru": "правила {code} и {other} проверяют одни и те же суммы, но оценивают их по-разному",
    },
    "rules.advice.duplicate.help": {
        "en": "change {other} instead, silence it with a reason, or narrow one of them with `where:`",
        "ru": "измените само {other}, отключите его с причиной или сузьте одно из них через `where:`",
    },
    "rules.advice.title": {
        "en": "rules {code} and {other} have the same title, so their findings look alike",
        "ru": "у правил {code} и {other} одно название: их замечания не различить",
    },
    "rules.advice.title.help": {"en": "give one of them another title", "ru": "назовите одно из них иначе"},
    "rules.advice.no-cases": {"en": "rule {code} has no cases", "ru": "у правила {code} нет примеров"},
    "rules.advice.no-cases.help": {
        "en": "show what holds and what breaks under `cases:`, or in {code}.yaml beside this file",
        "ru": "покажите под `cases:` или в файле {code}.yaml рядом, что выполняется и что нарушено",
    },
    "rules.advice.counts": {
        "en": "{path}: {own:own rule|own rules}, {changed} changed, {silenced} silenced; {faults:fault|faults}",
        "ru": "{path}: {own:своё правило|своих правила|своих правил}, изменено {changed}, отключено {silenced};"
        " {faults:ошибка|ошибки|ошибок}",
    },
}
