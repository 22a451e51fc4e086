"""A language model on this machine, as far as `llm` can tell: an OpenAI-compatible server.

It answers with what it is told to, and keeps the requests that it was sent.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

NAME = "stub"


@dataclass
class Stub:
    """What the server says next, and what it was asked."""

    answer: str = '{"claims": [], "flags": []}'
    status: int = 200
    hangs: bool = False
    requests: list[dict[str, Any]] = field(default_factory=list)
    released: Event = field(default_factory=Event)

    def says(self, claims: object = (), flags: object = ()) -> None:
        """Let the next answers hold these lists."""
        self.answer = json.dumps({"claims": claims, "flags": flags})

    def data(self) -> dict[str, Any]:
        """Return the passage that was sent last."""
        content = self.requests[-1]["messages"][-1]["content"]
        found: dict[str, Any] = json.loads(content)
        return found


@contextmanager
def stub_model(folder: Path, *, schema: bool = True) -> Iterator[Stub]:
    """Run a model called "stub", set up in *folder*, which LLM_USER_PATH is to name."""
    stub = Stub()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(stub))
    # A handler that hangs must not keep the test from ending.
    server.daemon_threads, server.block_on_close = True, False
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    (folder / "extra-openai-models.yaml").write_text(
        f"- model_id: {NAME}\n  model_name: {NAME}\n"
        f"  api_base: http://127.0.0.1:{server.server_port}/v1\n"
        f"  api_key_name: none\n  supports_schema: {str(schema).lower()}\n  can_stream: false\n",
        encoding="utf-8",
    )
    (folder / "keys.json").write_text('{"none": "none"}', encoding="utf-8")
    try:
        yield stub
    finally:
        stub.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(stub: Stub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            stub.requests.append(json.loads(body) | {"path": self.path})
            if stub.hangs:
                stub.released.wait()
                return
            message = {"role": "assistant", "content": stub.answer}
            usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
            choice = {"index": 0, "finish_reason": "stop", "message": message}
            said = json.dumps(
                {"id": "1", "object": "chat.completion", "created": 0, "model": NAME,
                 "choices": [choice], "usage": usage}
            ).encode()  # fmt: skip
            self.send_response(stub.status)
            self.send_header("Content-Type", "application/json")
            # The library waits this long before it asks again.
            self.send_header("Retry-After", "0.01")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    return Handler
