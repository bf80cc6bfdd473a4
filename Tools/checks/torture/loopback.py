"""A witness on the loopback interface (C2SP tlog-witness), whose signatures openssl makes.

It checks sizes alone; a real one, which checks proofs, is run by Tools/checks/proofs/run.
"""

import base64
import hashlib
import http.server
import subprocess
import threading
import time

COSIGNATURE = b"\4"


class Witness:
    """Cosigns a head after the one that it cosigned last, until it is stopped."""

    name = "witness.example.org/torture"

    def __init__(self, folder):
        self.folder, self.last, self.lock = folder, 0, threading.Lock()
        folder.mkdir()
        self.openssl("genpkey", "-algorithm", "ed25519", "-out", "key.pem")
        public = self.openssl("pkey", "-in", "key.pem", "-pubout", "-outform", "DER")[-32:]
        self.id = hashlib.sha256(self.name.encode() + b"\n" + COSIGNATURE + public).digest()[:4]
        self.vkey = f"{self.name}+{self.id.hex()}+{encoded(COSIGNATURE + public)}"
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(self))
        self.url = f"http://127.0.0.1:{self.server.server_port}/"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, request):
        """The status and the body that answer an add-checkpoint request."""
        proof, note = request.split(b"\n\n", 1)
        old = int(proof.split(b"\n")[0].removeprefix(b"old "))
        text = note.split(b"\n\n", 1)[0] + b"\n"
        with self.lock:
            if old != self.last:
                return 409, f"{self.last}\n".encode()
            self.last = int(text.split(b"\n")[1])
            now = int(time.time())
            signature = self.sign(f"cosignature/v1\ntime {now}\n".encode() + text)
        line = encoded(self.id + now.to_bytes(8, "big") + signature)
        return 200, f"\u2014 {self.name} {line}\n".encode()

    def sign(self, message):
        # From a file, for openssl signs with such a key only what it can measure first.
        (self.folder / "message").write_bytes(message)
        return self.openssl("pkeyutl", "-sign", "-rawin", "-inkey", "key.pem", "-in", "message")

    def openssl(self, *words):
        return subprocess.run(
            ["openssl", *words], cwd=self.folder, check=True, capture_output=True).stdout


def handler(witness):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            request = self.rfile.read(int(self.headers["Content-Length"]))
            status, body = witness.answer(request)
            try:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                # The client was killed meanwhile; what is signed stays signed.
                self.close_connection = True

        def log_message(self, *_):
            """Requests are not reported."""

    return Handler


def encoded(content):
    return base64.b64encode(content).decode()
