"""A time-stamping authority (RFC 3161), played by openssl in a folder of its own."""

import subprocess

SETTINGS = """\
[tsa]
serial = serial
digests = sha256
signer_digest = sha256
default_policy = 1.2.3.4.1
ess_cert_id_alg = sha256
[stamps]
extendedKeyUsage = critical,timeStamping
"""


class Authority:
    """Its key, and its certificate `tsa.pem`, which no one is asked to trust."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir()
        (folder / "tsa.cnf").write_text(SETTINGS)
        (folder / "serial").write_text("01\n")
        self.openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                     "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Example Time Stamps")
        self.openssl("x509", "-req", "-in", "tsa.csr", "-signkey", "tsa.key", "-days", "2",
                     "-extfile", "tsa.cnf", "-extensions", "stamps", "-out", "tsa.pem")

    def answer(self, query, reply):
        """Stamps a query; each answer is another, for it has a serial number."""
        self.openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", query,
                     "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", reply)

    def openssl(self, *words):
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)
