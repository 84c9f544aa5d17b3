"""``firsthand users``: who may log in to a workbench, and what they may do there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.output import json_option, print_json
from firsthand.errors import Refused

if TYPE_CHECKING:
    from firsthand.workbench.users import User

ROLES = ("reader", "reviewer", "owner")
role_option = click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")


@click.group(subcommand_metavar="COMMAND …")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_context
def users(context: click.Context, file: Path) -> None:
    """Write FILE, which says who may log in at `firsthand serve CASE --users FILE`.

    A reader reads; a reviewer rules too; an owner also undoes what others ruled, and traces. FILE
    holds names, roles and hashes of passwords (argon2), and is made so that only you can read it. What is
    changed holds at once where a workbench is open: who was removed is out.

    Passwords are asked for twice; where they come from a pipe, the first line is taken.

    \b
    Examples:
      firsthand users desk.users add "Ann Lee" --role owner
      firsthand users desk.users list --json
      firsthand users desk.users role "Bo Ek" reviewer
      firsthand users desk.users remove "Bo Ek"
    """
    context.obj = file


@users.command("add")
@click.argument("name")
@role_option
@click.pass_obj
def add(file: Path, name: str, role: str) -> None:
    """Add somebody under NAME, as it is to stand beside what they rule."""
    from firsthand.workbench import users as kept
    from firsthand.workbench.roles import Role

    name, known = kept.named(name), _known(file, may_be_new=True)
    if kept.key(name) in known:
        do = f"Change it: firsthand users {file} role NAME ROLE, or password NAME"
        raise Refused(f"{name} is in it already", where=str(file), do=do)
    made = kept.User(name, Role(role), kept.hashed(_password()))
    kept.write(file, (*known.values(), made))
    click.echo(f"{name} can log in as {role}.")


@users.command("list")
@json_option
@click.pass_obj
def listed(file: Path, as_json: bool) -> None:
    """List who may log in."""
    from firsthand.workbench.users import open_to_others

    known = _known(file).values()
    if as_json:
        print_json({"users": [{"name": user.name, "role": user.role} for user in known]})
        return
    for user in known:
        click.echo(f"{user.role:9} {user.name}")
    if open_to_others(file):
        click.echo(f"Others on this machine may read {file}: chmod 600 {file}", err=True)


@users.command("remove")
@click.argument("name")
@click.pass_obj
def remove(file: Path, name: str) -> None:
    """Take NAME out; their open sessions end. What they ruled stands."""
    from firsthand.workbench import users as kept

    user, known = _one(file, name)
    kept.write(file, (each for each in known.values() if each != user))
    click.echo(f"{user.name} can no longer log in.")


@users.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@click.pass_obj
def change_role(file: Path, name: str, role: str) -> None:
    """Give NAME another role."""
    from firsthand.workbench import users as kept
    from firsthand.workbench.roles import Role

    user, known = _one(file, name)
    kept.write(file, (known | {kept.key(name): kept.User(user.name, Role(role), user.password)}).values())
    click.echo(f"{user.name} is {role} from now on, and logs in again.")


@users.command("password")
@click.argument("name")
@click.pass_obj
def change_password(file: Path, name: str) -> None:
    """Give NAME another password; their open sessions end."""
    from firsthand.workbench import users as kept

    user, known = _one(file, name)
    made = kept.User(user.name, user.role, kept.hashed(_password()))
    kept.write(file, (known | {kept.key(name): made}).values())
    click.echo(f"{user.name} has another password, and logs in again.")


def _known(file: Path, may_be_new: bool = False) -> dict[str, User]:
    from firsthand.workbench import users as kept

    return {} if may_be_new and not file.exists() else dict(kept.read(file))


def _one(file: Path, name: str) -> tuple[User, dict[str, User]]:
    """The user of this name, and all."""
    from firsthand.workbench import users as kept

    known = _known(file)
    if (found := known.get(kept.key(name))) is None:
        raise Refused(
            f"nobody is called {name} in it", where=str(file), do=f"See who is: firsthand users {file} list"
        )
    return found, known


def _password() -> str:
    """Asked for twice at a terminal; the first line of what is piped in."""
    if sys.stdin.isatty():
        given: str = click.prompt("Password", hide_input=True, confirmation_prompt="Again")
        return given
    return sys.stdin.readline().rstrip("\r\n")
