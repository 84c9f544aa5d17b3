"""The tables as they stand in their files."""

from __future__ import annotations

from firsthand.names.routes.tables import routes


def test_every_route_names_its_source() -> None:
    assert len(routes()) > 20
    for route in routes().values():
        assert len(route.source) > 20, route.id
        assert route.of.isupper()
        assert route.to.isupper()


def test_titles_differ() -> None:
    names = [route.name for route in routes().values()]
    assert len(set(names)) == len(names)
