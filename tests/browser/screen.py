"""A stand-in for the review screen: speaks the driver's packets, and shows what it is told."""

import json
import os
import sys


def send(kind: bytes, content: bytes) -> None:
    sys.stdout.buffer.write(kind + len(content).to_bytes(4, "big") + content)
    sys.stdout.buffer.flush()


def received() -> tuple[str, bytes]:
    head = sys.stdin.buffer.read(5)
    if len(head) < 5:
        return "", b""
    return chr(head[0]), sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))


def main() -> None:
    how = sys.argv[1] if len(sys.argv) > 1 else ""
    if how == "broken":
        sys.exit("Traceback: it is \x1b]52;c;broken")
    if how == "chatty":
        print("no driver\n" * 50)
    sys.stdout.buffer.write(b"a warning\n__GANGLION__\n")
    send(b"D", f"{os.environ['COLUMNS']}x{os.environ['ROWS']}".encode())
    if how == "endless":
        sys.stdout.buffer.write(b"D\xff\xff\xff\xff")
    while answered(how, *received()):
        pass


def answered(how: str, kind: str, content: bytes) -> bool:
    said = json.loads(content) if kind == "M" else {}
    if not kind or (said.get("type") == "quit" and how != "stubborn"):
        return False
    if content == b"exit":
        send(b"M", b'{"type": "exit"}')
        return False
    if content.startswith((b"http", b"file")):
        send(b"M", json.dumps({"type": "open_url", "url": content.decode()}).encode())
    if content == b"packed":
        send(b"P", b"nobody reads this")
    send(b"D", kind.encode() + b":" + content)
    return True


main()
