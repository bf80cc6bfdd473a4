package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"time"
)

// A witness verifies dated cosignatures of checkpoints (c2sp.org/tlog-cosignature, Ed25519).
//
// The note package knows logs' signatures alone and takes others as a Verifier, such as this.
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
	// seen is the time of the cosignature that was verified last.
	seen time.Time
}

// cosignature is the byte in front of such a key.
const cosignature = 4

func newWitness(vkey string) (*witness, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("a key is name+id+base64")
	}
	material, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(material) != 1+ed25519.PublicKeySize || material[0] != cosignature {
		return nil, errors.New("this is not a witness's Ed25519 key")
	}
	digest := sha256.Sum256(append([]byte(parts[0]+"\n"), material...))
	hash := binary.BigEndian.Uint32(digest[:])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("the id is not that of the key")
	}
	return &witness{name: parts[0], hash: hash, key: material[1:]}, nil
}

func (w *witness) Name() string    { return w.name }
func (w *witness) KeyHash() uint32 { return w.hash }

// Verify checks a time and a signature of the text under that time.
func (w *witness) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	seconds := binary.BigEndian.Uint64(signature)
	var message bytes.Buffer
	fmt.Fprintf(&message, "cosignature/v1\ntime %d\n%s", seconds, text)
	w.seen = time.Unix(int64(seconds), 0)
	return ed25519.Verify(w.key, message.Bytes(), signature[8:])
}
