"""A witness behind TLS: whose certificates are believed, and what is said about all others.

The real witness speaks HTTP, as behind the proxies that such programs are run with; the proxy here
is on the loopback interface and has its certificates from an unknown authority.
"""

import datetime
import ipaddress
import select
import socket
import ssl
import threading
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from program import ORIGIN
from signedlog import SignedLog
from witness import Witness


def check(folder: Path) -> int:
    """Asks the witness over TLS; answers how often that goes wrong."""
    log = SignedLog(folder)
    key = log.new_key()
    witness = Witness(folder / "witness", "witness.example/tls")
    witness.trust(ORIGIN, key)
    authority, stranger = Authority(folder / "ca.pem"), Authority(folder / "other.pem")
    (folder / "empty.pem").write_text("")
    here = ["localhost", "127.0.0.1"]
    proxies = {
        "sound": authority.certify(folder / "sound", here),
        "elsewhere": authority.certify(folder / "elsewhere", ["witness.example", "192.0.2.1"]),
        "expired": authority.certify(folder / "expired", here, days=-1),
        "of a stranger": stranger.certify(folder / "of a stranger", here),
    }
    steps = [
        # Proxy, host, SSL_CERT_FILE, then the exit status and words of the answer.
        ("sound", "127.0.0.1", "ca.pem", 0, "cosigned the head of 4 events"),
        ("sound", "localhost", "ca.pem", 0, "cosigned the head of 4 events"),
        ("sound", "localhost", None, 65, "does not trust"),
        ("sound", "localhost", "other.pem", 65, "does not trust"),
        ("of a stranger", "localhost", "ca.pem", 65, "does not trust"),
        ("expired", "localhost", "ca.pem", 65, "or that has expired"),
        ("elsewhere", "localhost", "ca.pem", 65, "for another host"),
        ("elsewhere", "127.0.0.1", "ca.pem", 65, "for another host"),
        ("sound", "localhost", "none.pem", 66, "there are no certificates at"),
        ("sound", "localhost", "empty.pem", 66, "there are no certificates at"),
        (None, "localhost", "ca.pem", 75, "https://localhost:"),
    ]
    wrong = 0
    with witness:
        log.append(0, 3)
        log.run("checkpoint")
        for proxy, host, trusted, status, words in steps:
            log.environment.pop("SSL_CERT_FILE", None)
            if trusted:
                log.environment["SSL_CERT_FILE"] = str(folder / trusted)
            with Proxy(proxies.get(proxy), witness.port) as port:
                found = log.attempt("cosign", f"https://{host}:{port}/", "--witness", witness.vkey,
                                    "--timeout", "20" if proxy else "2")
            said = found.stdout + found.stderr
            if found.returncode != status or words not in said or said.count("\n") > 2:
                print(f"TLS: wrong: {proxy} at {host} under {trusted}: {found.returncode} {said}")
                wrong += 1
    print(f"TLS: {len(steps)} ways to meet a witness, {wrong} of them wrong")
    return wrong


class Authority:
    """An authority of its own, whose certificate is in a file."""

    def __init__(self, path: Path):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Example {path.stem}")])
        certificate = self.signed(self.name, self.key.public_key(), 2, x509.BasicConstraints(True, 0))
        path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def certify(self, path: Path, hosts, days: int = 2) -> ssl.SSLContext:
        """What a server needs that is to be taken for one of these hosts."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([
            x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host)
            for host in hosts])
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "server")])
        certificate = self.signed(subject, key.public_key(), days, names)
        path.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                serialization.NoEncryption()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def signed(self, subject, key, days, extension):
        """A certificate that ends a number of days from now."""
        now = datetime.datetime.now(datetime.timezone.utc)
        return (
            x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=9))
            .not_valid_after(now + datetime.timedelta(days=days))
            .add_extension(extension, critical=False).sign(self.key, hashes.SHA256()))


class Proxy:
    """Takes TLS from anyone and passes on what it says; without a context, hangs up."""

    def __init__(self, context, port: int):
        self.context, self.port = context, port
        self.listener = socket.create_server(("127.0.0.1", 0))

    def __enter__(self) -> int:
        threading.Thread(target=self.serve, daemon=True).start()
        return self.listener.getsockname()[1]

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def serve(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.meet, args=[client], daemon=True).start()

    def meet(self, client: socket.socket) -> None:
        try:
            with client:
                if not self.context:
                    return
                with self.context.wrap_socket(client, server_side=True) as secret, \
                        socket.create_connection(("127.0.0.1", self.port)) as server:
                    hand_on(secret, server)
        except OSError:
            # A client that does not trust the certificate hangs up.
            return


def hand_on(one: ssl.SSLSocket, other: socket.socket) -> None:
    """Passes on what either says until one of them ends."""
    while True:
        ready, _, _ = select.select([one, other], [], [], 60)
        if not ready:
            return
        for source, target in [(one, other), (other, one)]:
            if source in ready:
                part = source.recv(1 << 16)
                if not part:
                    return
                target.sendall(part)
