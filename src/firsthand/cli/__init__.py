"""The command line: a thin skin over ``Case``. One file a command, imported when it is called."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module

import click

from firsthand import __version__
from firsthand.cli.interrupt import heard, heed
from firsthand.errors import FirsthandError

# In the order in which a person meets them.
COMMANDS = (
    *(
        "trace",
        "serve",
        "users",
        "init",
        "move",
        "add",
        "show",
        "rule",
        "verify",
        "seal",
        "export",
        "publish",
    ),
    *("transcribe", "translate", "read", "collate", "descent"),
)
INTERRUPTED = 130


class Commands(click.Group):
    """Finds ``firsthand VERB`` in ``cli/verb.py``, so that ``--help`` imports nothing heavy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command object. Refuses a verb that is not there, with the nearest one that is."""
        if cmd_name not in COMMANDS:
            near = get_close_matches(cmd_name, COMMANDS, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"there is no command {cmd_name!r}.{hint}", ctx)
        command = getattr(import_module(f"firsthand.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="firsthand")
def group() -> None:
    """Source criticism for the news.

    Put in a record and everything that was written about it. Get back, for every statement: who
    said it, in which words, through whose hands it came, whether the wording survived, and how
    many independent origins stand behind it. Works without a network.

    \b
    Examples:
      firsthand trace reports/            read a folder, write a dossier
      firsthand show reports.case S3      one statement, in the terminal
      firsthand verify reports.case       was anything altered since?

    \b
    Exit codes: 0 done (what could not be read is listed) · 2 the request makes no sense ·
    3 the case is from a newer release · 4 the case was altered · 5 the case is in use ·
    6 no room or no permission to write · 7 the server of the database cannot be reached ·
    130 interrupted
    """


def main() -> None:
    """Run the command line; every error of ours becomes one sentence and an exit code."""
    heed()
    try:
        status = group.main(standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(_interrupted())
    except Exception as error:
        # Ctrl-C in the middle of a library's step may come out as that library's own error.
        sys.exit(_interrupted() if heard() else _explained(error))


def _interrupted() -> int:
    _say("Interrupted. What was received is kept; the same command goes on from there.")
    return INTERRUPTED


def _explained(error: Exception) -> int:
    """Say what happened and give the exit code; what is no refusal of ours goes on as it came."""
    match error:
        case FirsthandError():
            _say(str(error))
            return error.exit_code or 1
        case click.ClickException():
            error.show()
            return error.exit_code
        case BrokenPipeError():
            return 0
        case _:
            raise error


def _say(sentence: str) -> None:
    click.echo(f"firsthand: {sentence}", err=True)
