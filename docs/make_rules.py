"""Writes docs/rules: one page a rule, English and Russian, and a list of all. Run it after changing a rule."""

from __future__ import annotations

from pathlib import Path

from recon.messages import LANGUAGES, say
from recon.model.rule import Rule, Rulebook
from recon.rulebook.explain import sections, silencing
from recon.rulebook.load import load

FOLDER = Path(__file__).parent / "rules"
GENERATED = "<!-- Written by docs/make_rules.py from the rule file; change the rule, not this page. -->"


def page(rule: Rule) -> str:
    """One rule as a page."""
    lines = [GENERATED, "", f"# {rule.code} · {rule.name}"]
    for lang in LANGUAGES:
        severity = say(f"report.severity.{rule.severity.value}", lang)
        lines += ["", f"## {rule.title[lang]}", "", f"**{severity}**"]
        for heading, text in sections(rule, lang):
            lines += ["", f"**{heading}.** {text}"]
        lines += ["", f"**{say('rules.explain.silence', lang)}:**", "", "```yaml", silencing(rule, lang), "```"]
    return "\n".join([*lines, "", f"[{rule.origin.path}](../../{rule.origin.path})", ""])


def index(rulebook: Rulebook) -> str:
    """The list of all rules."""
    lines = [GENERATED, "", "# Rules · Правила", "", "| | | | |", "|---|---|---|---|"]
    for rule in rulebook.rules:
        severity = " · ".join(say(f"report.severity.{rule.severity.value}", lang) for lang in LANGUAGES)
        lines.append(f"| [{rule.code}]({rule.code}.md) | {rule.title['en']} | {rule.title['ru']} | {severity} |")
    lines += ["", "How to change a rule · Как изменить правило: [rules/README.md](../../rules/README.md)", ""]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """All pages by file name."""
    rulebook = load()
    return {"README.md": index(rulebook)} | {f"{rule.code}.md": page(rule) for rule in rulebook.rules}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
