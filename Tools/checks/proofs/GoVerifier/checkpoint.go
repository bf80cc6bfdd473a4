package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A head is what a log signed: how many leaves it has, and the hash over all of them.
type head struct {
	origin string
	tree   tlog.Tree
}

// openCheckpoint verifies a signed checkpoint, reads it and says who signed it.
func openCheckpoint(text []byte, given *options) (head, error) {
	log, err := note.NewVerifier(given.key)
	if err != nil {
		return head{}, fmt.Errorf("the log's key: %w", err)
	}
	verifiers := []note.Verifier{log}
	for _, vkey := range given.witnesses {
		witness, err := newWitness(vkey)
		if err != nil {
			return head{}, fmt.Errorf("the witness's key %s: %w", vkey, err)
		}
		verifiers = append(verifiers, witness)
	}
	opened, err := note.Open(text, note.VerifierList(verifiers...))
	if err != nil {
		return head{}, fmt.Errorf("the checkpoint: %w", err)
	}
	for _, verifier := range verifiers {
		if !isSigned(opened, verifier) {
			return head{}, fmt.Errorf("the checkpoint is not signed by %s", verifier.Name())
		}
	}
	signed, err := parseCheckpoint(opened.Text)
	if err != nil {
		return head{}, err
	}
	if signed.origin != log.Name() {
		return head{}, fmt.Errorf("the checkpoint is of %s, not of %s", signed.origin, log.Name())
	}
	fmt.Printf("%-9s %d events by %s, root %v\n", given.says(), signed.tree.N, log.Name(), signed.tree.Hash)
	for _, verifier := range verifiers[1:] {
		seen := verifier.(*witness).seen
		fmt.Printf("cosigned  by %s at %s\n", verifier.Name(), seen.UTC().Format(time.RFC3339))
	}
	return signed, nil
}

func isSigned(opened *note.Note, verifier note.Verifier) bool {
	for _, signature := range opened.Sigs {
		if signature.Name == verifier.Name() && signature.Hash == verifier.KeyHash() {
			return true
		}
	}
	return false
}

// parseCheckpoint reads the three lines of c2sp.org/tlog-checkpoint; this log adds no others.
func parseCheckpoint(text string) (head, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return head{}, errors.New("a checkpoint has three lines: origin, size and root")
	}
	size, err := parseNumber(lines[1])
	if err != nil {
		return head{}, fmt.Errorf("the checkpoint's size: %w", err)
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return head{}, fmt.Errorf("the checkpoint's root: %w", err)
	}
	return head{origin: lines[0], tree: tlog.Tree{N: size, Hash: root}}, nil
}

// parseNumber reads a decimal number in its one spelling.
func parseNumber(text string) (int64, error) {
	number, err := strconv.ParseInt(text, 10, 64)
	if err != nil || number < 0 || strconv.FormatInt(number, 10) != text {
		return 0, fmt.Errorf("%q is not a decimal number", text)
	}
	return number, nil
}

func readCheckpoint(path string, given *options) (head, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return head{}, err
	}
	return openCheckpoint(text, given)
}

// readKept opens a checkpoint that somebody kept: the log's signature is enough for it, by the key
// that the log had then.
func readKept(given *options) (head, error) {
	key := given.keptKey
	if key == "" {
		key = given.key
	}
	return readCheckpoint(given.kept, &options{key: key, isKept: true})
}

func checkCheckpoint(given *options, path string) error {
	_, err := readCheckpoint(path, given)
	return err
}
