package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// tileHeight is that of c2sp.org/tlog-tiles: 256 hashes a tile.
const tileHeight = 8

// A folder is a log in the layout of c2sp.org/tlog-tiles; tlog asks it for tiles.
type folder string

func (f folder) Height() int                     { return tileHeight }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range tiles {
		content, err := f.read(tile)
		if err != nil {
			return nil, err
		}
		if len(content) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", f.path(tile), len(content))
		}
		contents = append(contents, content)
	}
	return contents, nil
}

// path is the path of a tile: Go's name for it without the height, and "entries" for its data.
func (f folder) path(tile tlog.Tile) string {
	name := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight))
	if rest := strings.TrimPrefix(name, "data/"); rest != name {
		name = "entries/" + rest
	}
	return filepath.Join(string(f), "tile", filepath.FromSlash(name))
}

func (f folder) read(tile tlog.Tile) ([]byte, error) {
	content, err := os.ReadFile(f.path(tile))
	if err == nil || !errors.Is(err, os.ErrNotExist) || tile.W == 1<<tileHeight {
		return content, err
	}
	// A part may have gone since its whole is there.
	whole := tile
	whole.W = 1 << tileHeight
	content, err = os.ReadFile(f.path(whole))
	if err != nil || tile.L < 0 || len(content) < tile.W*tlog.HashSize {
		return content, err
	}
	return content[:tile.W*tlog.HashSize], nil
}

// entry is the bytes of the leaf at an index, as the folder has them.
func (f folder) entry(index, size int64) ([]byte, error) {
	tile := tlog.Tile{H: tileHeight, L: -1, N: index >> tileHeight, W: 1 << tileHeight}
	if tile.N == size>>tileHeight {
		tile.W = int(size & (1<<tileHeight - 1))
	}
	rest, err := f.read(tile)
	if err != nil {
		return nil, err
	}
	for skip := index & (1<<tileHeight - 1); ; skip-- {
		if len(rest) < 2 || len(rest)-2 < int(binary.BigEndian.Uint16(rest)) {
			return nil, fmt.Errorf("%s is cut off", f.path(tile))
		}
		length := int(binary.BigEndian.Uint16(rest))
		if skip == 0 {
			return rest[2 : 2+length], nil
		}
		rest = rest[2+length:]
	}
}

// checkTiles checks a folder against its signed head: one event, or all of them.
func checkTiles(given *options, path string) error {
	log := folder(path)
	signed, err := readCheckpoint(filepath.Join(path, "checkpoint"), given)
	if err != nil {
		return err
	}
	// Every hash that this reader gives has been checked against the signed root.
	hashes := tlog.TileHashReader(signed.tree, log)
	if given.kept != "" {
		kept, err := readKept(given)
		if err != nil {
			return err
		}
		if kept.tree.N < 1 || kept.tree.N > signed.tree.N {
			return fmt.Errorf("%d events cannot have grown out of %d", signed.tree.N, kept.tree.N)
		}
		proof, err := tlog.ProveTree(signed.tree.N, kept.tree.N, hashes)
		if err != nil {
			return err
		}
		if err := checkTree(proof, signed, kept); err != nil {
			return err
		}
	}
	if given.position != 0 {
		return checkEntry(log, hashes, signed, given)
	}
	return checkEntries(log, hashes, signed)
}

// checkEntry checks one entry, which must be the event if that is given, otherwise prints it.
func checkEntry(log folder, hashes tlog.HashReader, signed head, given *options) error {
	if given.position < 1 || given.position > signed.tree.N {
		return fmt.Errorf("position %d is not among the signed %d", given.position, signed.tree.N)
	}
	entry, err := log.entry(given.position-1, signed.tree.N)
	if err != nil {
		return err
	}
	if given.event != "" {
		event, err := os.ReadFile(given.event)
		if err != nil {
			return err
		}
		if !bytes.Equal(event, entry) {
			return fmt.Errorf("%s is not the event at position %d", given.event, given.position)
		}
	}
	leaf, err := checkLeaf(entry, given.position-1, hashes)
	if err != nil {
		return err
	}
	fmt.Printf("included  at position %d, leaf %x\n", given.position, leaf[:])
	if given.event == "" {
		fmt.Printf("%s\n", entry)
	}
	return nil
}

// checkEntries checks that every entry is the one that was signed.
func checkEntries(log folder, hashes tlog.HashReader, signed head) error {
	for index := int64(0); index < signed.tree.N; index++ {
		entry, err := log.entry(index, signed.tree.N)
		if err != nil {
			return err
		}
		if _, err := checkLeaf(entry, index, hashes); err != nil {
			return err
		}
	}
	fmt.Printf("complete  all %d events are those that were signed\n", signed.tree.N)
	return nil
}

// checkLeaf compares an entry with the leaf that the signed root leads to.
func checkLeaf(entry []byte, index int64, hashes tlog.HashReader) (tlog.Hash, error) {
	leaf := tlog.RecordHash(entry)
	stored, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
	if err != nil {
		return leaf, fmt.Errorf("the tiles: %w", err)
	}
	if stored[0] != leaf {
		return leaf, fmt.Errorf("position %d is not what was signed", index+1)
	}
	return leaf, nil
}
