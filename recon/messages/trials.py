"""What `recon rules --test` says of the cases of a rule file."""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "trial.passed": {"en": "as expected", "ru": "как ожидалось"},
    "trial.failed": {"en": "OTHERWISE  ", "ru": "ИНАЧЕ        "},
    "trial.verdicts": {"en": "sums by verdict", "ru": "равенств по исходу"},
    "trial.broken": {"en": "broken sums", "ru": "нарушенные равенства"},
    "trial.needed": {"en": "what blanks would have to be", "ru": "значения пустых ячеек"},
    "trial.severity": {"en": "severity", "ru": "уровень"},
    "trial.findings": {"en": "findings", "ru": "замечания"},
    "trial.silent": {"en": "rules that must find nothing", "ru": "правила без замечаний"},
    "trial.expected": {"en": "expected {expected}, found {found}", "ru": "ожидалось {expected}, получено {found}"},
    "trial.disabled": {"en": "the rule is silenced: {why}", "ru": "правило отключено: {why}"},
    "trial.no-cases": {
        "en": "no cases: write some under `cases:`, or into {code}.yaml beside the rule file",
        "ru": "примеров нет: запишите их в `cases:` или в файл {code}.yaml рядом с файлом правил",
    },
    "trial.no-rules": {
        "en": "{path} states no rule of its own and no cases: nothing to try",
        "ru": "в файле {path} нет ни своих правил, ни примеров: проверять нечего",
    },
    "trial.counts": {
        "en": "{cases:case|cases} of {rules:rule|rules}, {failed} otherwise than expected",
        "ru": "{cases:пример|примера|примеров}, {rules:правило|правила|правил}; не как ожидалось: {failed}",
    },
}
