"""Connections on which the head of a request must come within some seconds."""

from __future__ import annotations

from asyncio import TimerHandle, Transport

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE = (
    15.0  # seconds for an address and its headers; what is sent after them is waited for in ``guarding``
)


class Patient(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, which itself waits for ever for a head that does not end."""

    _late: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begins to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Waits on while a head is not there whole."""
        super().data_received(data)
        if self._busy():
            self._stop()
        elif self._late is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        super().connection_lost(exc)
        self._stop()

    def _busy(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self) -> None:
        self._late = self.loop.call_later(PATIENCE, self._give_up)

    def _give_up(self) -> None:
        self._late = None
        if not self._busy():
            self.transport.close()

    def _stop(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
