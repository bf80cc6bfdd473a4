package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// checkBundle checks that an event is in a signed log: a .tlog-proof and the event's bytes.
func checkBundle(given *options, path string) error {
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	event, err := os.ReadFile(given.event)
	if err != nil {
		return fmt.Errorf("give the event's bytes with -event: %w", err)
	}
	lines, checkpoint, err := splitProof(file)
	if err != nil {
		return err
	}
	if len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" ||
		!strings.HasPrefix(lines[1], "index ") {
		return errors.New("this is not a .tlog-proof with an index")
	}
	index, err := parseNumber(strings.TrimPrefix(lines[1], "index "))
	if err != nil {
		return err
	}
	proof, err := parseHashes(lines[2:])
	if err != nil {
		return err
	}
	signed, err := openCheckpoint(checkpoint, given)
	if err != nil {
		return err
	}
	leaf := tlog.RecordHash(event)
	if index >= signed.tree.N {
		return fmt.Errorf("position %d is beyond the signed %d", index+1, signed.tree.N)
	}
	err = tlog.CheckRecord(proof, signed.tree.N, signed.tree.Hash, index, leaf)
	if err != nil {
		return fmt.Errorf("the proof is not valid: %w", err)
	}
	fmt.Printf("included  %s at position %d, leaf %x\n", given.event, index+1, leaf[:])
	return nil
}

// checkGrowth checks that a signed head continues one that was kept.
func checkGrowth(given *options, path string) error {
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	kept, err := readKept(given)
	if err != nil {
		return err
	}
	lines, checkpoint, err := splitProof(file)
	if err != nil {
		return err
	}
	if lines[0] != fmt.Sprintf("old %d", kept.tree.N) {
		return fmt.Errorf("the proof is not from the %d events of %s", kept.tree.N, given.kept)
	}
	proof, err := parseHashes(lines[1:])
	if err != nil {
		return err
	}
	signed, err := openCheckpoint(checkpoint, given)
	if err != nil {
		return err
	}
	return checkTree(tlog.TreeProof(proof), signed, kept)
}

// checkTree checks that one tree grew out of another, and says so.
func checkTree(proof tlog.TreeProof, signed, kept head) error {
	if kept.origin != signed.origin {
		return fmt.Errorf("%s cannot have grown out of %s", signed.origin, kept.origin)
	}
	if kept.tree.N < 1 || kept.tree.N > signed.tree.N {
		return fmt.Errorf("%d events cannot have grown out of %d", signed.tree.N, kept.tree.N)
	}
	err := tlog.CheckTree(proof, signed.tree.N, signed.tree.Hash, kept.tree.N, kept.tree.Hash)
	if err != nil {
		return fmt.Errorf("this is another history than the one that you kept: %w", err)
	}
	fmt.Printf("grown     the first %d of %d events are those that you kept\n",
		kept.tree.N, signed.tree.N)
	return nil
}

// splitProof parts the lines of a proof from the checkpoint after the first empty line.
func splitProof(file []byte) (lines []string, checkpoint []byte, err error) {
	heading, checkpoint, found := bytes.Cut(file, []byte("\n\n"))
	if !found {
		return nil, nil, errors.New("no empty line ends the proof")
	}
	return strings.Split(string(heading), "\n"), checkpoint, nil
}

func parseHashes(lines []string) ([]tlog.Hash, error) {
	var hashes []tlog.Hash
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		if err != nil || hash.String() != line {
			return nil, fmt.Errorf("%q is not a hash", line)
		}
		hashes = append(hashes, hash)
	}
	return hashes, nil
}
