"""Writes docs/rules: a page a rule in English and one in Russian, and a list of all. Run it after changing a rule."""

from __future__ import annotations

from pathlib import Path

from recon.messages import LANGUAGES, say
from recon.model.rule import Rule, Rulebook
from recon.rulebook.explain import examples, sections, silencing, waiving
from recon.rulebook.load import load

FOLDER = Path(__file__).parent / "rules"
GENERATED = "<!-- Written by docs/make_rules.py from the rule file; change the rule, not this page. -->"


def page(rule: Rule, lang: str, rulebook: Rulebook) -> str:
    """One rule as a page in one language."""
    severity = say(f"report.severity.{rule.severity.value}", lang)
    lines = [GENERATED, "", f"# {rule.code} · {rule.title[lang]}", ""]
    lines.append(f"{rule.name} · **{severity}** · {_other(rule, lang)}")
    for heading, text in sections(rule, lang):
        lines += ["", f"## {heading}", "", text]
    for heading, shown in examples(rule, lang, rulebook):
        lines += ["", f"## {heading}", ""]
        lines += [shown.sentence, ""] if shown.sentence else []
        lines += ["```text", *shown.lines, f"= {shown.outcome}", "```"]
    for key, text in (("silence", silencing(rule, lang)), ("waive", waiving(rule, lang))):
        lines += ["", f"## {say(f'rules.explain.{key}', lang)}", "", "```yaml", text, "```"]
    return "\n".join([*lines, "", f"[{rule.origin.path}](../../{rule.origin.path})", ""])


def _other(rule: Rule, lang: str) -> str:
    return f"[по-русски]({rule.code}.ru.md)" if lang == "en" else f"[in English]({rule.code}.md)"


def index(rulebook: Rulebook) -> str:
    """The list of all rules."""
    lines = [GENERATED, "", "# Rules · Правила", "", "| | | | |", "|---|---|---|---|"]
    for rule in rulebook.rules:
        severity = " · ".join(say(f"report.severity.{rule.severity.value}", lang) for lang in LANGUAGES)
        russian = f"[{rule.title['ru']}]({rule.code}.ru.md)"
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.title['en']} | {russian} | {severity} |")
    lines += ["", "How to change a rule · Как изменить правило: [rules/README.md](../../rules/README.md)", ""]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """All pages by file name."""
    rulebook = load()
    written = {"README.md": index(rulebook)}
    for rule in rulebook.rules:
        written[f"{rule.code}.md"] = page(rule, "en", rulebook)
        written[f"{rule.code}.ru.md"] = page(rule, "ru", rulebook)
    return written


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
