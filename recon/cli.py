"""The command line: what can be asked, with which options; every answer comes from elsewhere.

Nothing but click and the messages is imported before a command runs: `--help` must not pay for pandas.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from recon import registry
from recon.messages import LANGUAGES, language_of_environment, say
from recon.model.errors import ReconError, WrongUsage

if TYPE_CHECKING:
    from recon.model.rule import Rulebook

_LANG = language_of_environment()
_INTERRUPTED = 130
#: of the files that a folder holds and that are not read, so many are named
_NAMED = 5
_Function = TypeVar("_Function", bound=Callable[..., object])


def _said(key: str) -> str:
    return say(f"cli.{key}", _LANG)


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    """The language is wanted again where an error is shown."""
    lang = value or _LANG
    context.find_root().meta["recon.lang"] = lang
    return lang


class _Commands(click.Group):
    """The commands, and the one place where a fault becomes a message and an exit status."""

    def main(  # type: ignore[override]  # click's overloads, which only tell whether it returns
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **extra: Any
    ) -> Any:
        if not standalone_mode:
            return super().main(args, standalone_mode=False, **extra)
        given = list(sys.argv[1:] if args is None else args)
        try:
            status = super().main(args, standalone_mode=False, **extra)
        except click.UsageError as error:
            from recon.terminal import usage

            click.echo(usage.explained(error, usage.language(given, _LANG)), err=True)
            sys.exit(error.exit_code)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            click.echo(say("cli.interrupted", _LANG), err=True)
            sys.exit(_INTERRUPTED)
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ReconError as error:
            from recon.telling.narration import fault

            click.echo(fault(error, ctx.meta.get("recon.lang", _LANG)), err=True)
            ctx.exit(error.exit_status)
        except KeyboardInterrupt:
            click.echo("\n" + say("cli.interrupted", ctx.meta.get("recon.lang", _LANG)), err=True)
            ctx.exit(_INTERRUPTED)


def _show_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from recon.version import version

        click.echo(f"recon {version()}")
        context.exit()


def _help(command: _Function) -> _Function:
    return click.help_option("-h", "--help", help=_said("option.help"))(command)


def _lang(command: _Function) -> _Function:
    languages = click.Choice(LANGUAGES)
    return click.option("--lang", type=languages, is_eager=True, callback=_remember, help=_said("option.lang"))(command)


def _rules(command: _Function) -> _Function:
    return click.option("--rules", metavar="FILE|PROFILE", help=_said("option.rules"))(command)


class _Forms(click.Choice[str]):
    """The forms of a folder `recon/<package>`, and those that other packages plug in: looked for when one is named."""

    def __init__(self, package: str) -> None:
        super().__init__(registry.names(package))
        self.package = package

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.choices and value in registry.plugged(self.package):
            return str(value)
        return super().convert(value, param, ctx)


def _output(package: str) -> Callable[[_Function], _Function]:
    """--format and -o: the forms are the modules of the folder `recon/<package>`."""

    def add(command: _Function) -> _Function:
        known = _Forms(package)
        forced = click.option("--force", is_flag=True, help=_said("option.force"))(command)
        named = click.option("-o", "--output", metavar="FILE|DIR", help=_said("option.output"))(forced)
        if package == "reports":
            return click.option("--format", "forms", type=known, multiple=True, help=_said("option.formats"))(named)
        return click.option("--format", "form", type=known, help=_said("option.format"))(named)

    return add


@click.group(cls=_Commands, help=_said("recon"), context_settings={"max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
              help=_said("option.version"))  # fmt: skip
@_help
def cli() -> None:
    pass


@cli.command(help=_said("check"))
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@_rules
@_output("reports")
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), default="error", show_default=True,
              help=_said("option.fail-on"))  # fmt: skip
@click.option("--all", "everything", is_flag=True, help=_said("option.all"))
@click.option("--base", metavar="PATH", multiple=True, help=_said("option.base"))
@click.option("--explain-causes", "arithmetic", is_flag=True, help=_said("option.explain-causes"))
@click.option("--suggest", is_flag=True, help=_said("option.suggest"))
@click.option("--waivers", metavar="FILE", help=_said("option.waivers"))
@click.option("--write-baseline", metavar="FILE", help=_said("option.write-baseline"))
@click.option("--author", metavar="NAME", help=_said("option.author"))
@click.option("--reason", metavar="TEXT", help=_said("option.reason"))
@click.option("--expires", metavar="YYYY-MM-DD", help=_said("option.expires"))
@_lang
@_help
@click.pass_context
def check(
    context: click.Context, paths: tuple[str, ...], rules: str | None, forms: tuple[str, ...], output: str | None,
    force: bool, fail_on: str, everything: bool, base: tuple[str, ...], arithmetic: bool, suggest: bool,
    waivers: str | None, write_baseline: str | None, author: str | None, reason: str | None, expires: str | None,
    lang: str,
) -> None:  # fmt: skip
    from recon import engine
    from recon.model.asked import Asked
    from recon.model.rule import Severity
    from recon.readers.opening import find_documents
    from recon.terminal import delivery
    from recon.terminal.plan import plan
    from recon.terminal.progress import Progress
    from recon.terminal.waiver_files import Baseline, waivers_for

    rulebook = _rulebook(rules)
    documents = _found(paths, lang)
    baseline = Baseline(write_baseline, author, reason, expires)
    waived = waivers_for(waivers, documents, rulebook)
    planned = plan(forms, output, documents, suggest=suggest, force=force)
    with Progress() as progress:
        result = engine.reconcile(documents, rulebook, progress, find_documents(list(base)), waived)
    mildest = None if fail_on == "never" else Severity(fail_on)
    asked = Asked(lang, mildest, everything, arithmetic, suggest, delivery.now(), lambda key, parameters: click.echo(
        say("cli.warning", lang, said=say(key, lang, **parameters)), err=True))  # fmt: skip
    for each in planned:
        delivery.deliver_report(each.report, result, asked, each.path)
        _tell(each.path, lang)
    if baseline.path is not None:
        delivery.deliver([baseline.text(result, lang)], baseline.path)
        _tell(baseline.path, lang)
    context.exit(result.exit_status(mildest))


@cli.command(help=_said("figures"))
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@_rules
@_output("listings")
@_lang
@_help
@click.pass_context
def figures(
    context: click.Context, paths: tuple[str, ...], rules: str | None, form: str | None, output: str | None,
    force: bool, lang: str,
) -> None:  # fmt: skip
    from recon.figures import list_figures
    from recon.terminal import delivery
    from recon.terminal.progress import Progress

    rulebook = _rulebook(rules)
    documents = _found(paths, lang)
    form = form or delivery.form_of(output, registry.names("listings"), documents) or "csv"
    listing = registry.module("listings", form)
    path = delivery.target(output, documents, f"figures.{form}", force=force)
    if path is None and listing.BINARY and sys.stdout.isatty():
        raise WrongUsage("error.needs-file", format=form)
    with Progress() as progress:
        listed = list_figures(documents, rulebook, progress)
    delivery.deliver_bytes(lambda stream: listing.write(listed.columns(lang), stream), path)
    _tell(path, lang)
    for said in listed.unread(lang):
        click.echo(said, err=True)
    context.exit(listed.exit_status)


@cli.command(help=_said("explain"))
@click.argument("code", metavar="CODE")
@_rules
@_lang
@_help
def explain(code: str, rules: str | None, lang: str) -> None:
    from recon.rulebook import explain as explanation

    rulebook = _rulebook(rules)
    click.echo(explanation.explain(explanation.find(rulebook, code), lang, rulebook).rstrip("\n"))


@cli.command(name="rules", help=_said("rules"))
@_rules
@click.option("--check", "examined", metavar="FILE", help=_said("option.check"))
@click.option("--test", "tried", metavar="FILE", help=_said("option.test"))
@_lang
@_help
@click.pass_context
def rules_in_force(
    context: click.Context, rules: str | None, examined: str | None, tried: str | None, lang: str
) -> None:
    if examined is not None:
        from recon.terminal.rule_review import Reviewed

        reviewed = Reviewed(examined)
        for line in reviewed.lines(lang):
            click.echo(line)
        if tried is None or reviewed.faults:
            context.exit(2 if reviewed.faults else 0)
    if tried is not None:
        from pathlib import Path

        from recon.terminal.trials import Trials

        trials = Trials(_rulebook(tried), Path(tried))
        for line in trials.lines(lang):
            click.echo(line)
        context.exit(1 if trials.failed else 0)
    from recon.terminal.rulebook_table import table

    click.echo(table(_rulebook(rules), lang))


@cli.command(help=_said("init"))
@click.argument("folder", metavar="[DIR]", default=".")
@_lang
@_help
def init(folder: str, lang: str) -> None:
    from recon.terminal.working_folder import make

    for line in make(folder, lang):
        click.echo(line)


def _found(paths: tuple[str, ...], lang: str) -> list[str]:
    """The files to read; what folders hold beside them is told."""
    from recon.readers.opening import find_documents, passed_over

    documents = find_documents(list(paths))
    for folder, names in passed_over(paths):
        shown = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        said = say("cli.passed-over", lang, folder=folder, count=len(names), names=shown)
        click.echo(say("cli.warning", lang, said=said), err=True)
    return documents


def _rulebook(rules: str | None) -> Rulebook:
    from recon.rulebook.load import load

    return load(rules)


def _tell(path: object, lang: str) -> None:
    if path is not None and sys.stderr.isatty():
        click.echo(say("cli.written", lang, path=str(path)), err=True)


def main() -> None:
    """The entry point: a terminal that lacks a sign gets a question mark for it, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    cli(prog_name="recon")
