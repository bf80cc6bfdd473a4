// Check-log checks what a log signed, without the program that wrote the log.
//
// It uses golang.org/x/mod/sumdb/note and sumdb/tlog, by the authors of Go's checksum
// database: they verify every signature and hash every node. What is here reads the files of C2SP's
// tlog-checkpoint, tlog-proof, tlog-witness, tlog-cosignature and tlog-tiles and hands them over.
// Events/CHECKING.md says how it is built and what each answer means.
//
//	check-log checkpoint -key VKEY [-witness VKEY]... CHECKPOINT
//	check-log bundle     -key VKEY [-witness VKEY]... -event FILE PROOF
//	check-log growth     -key VKEY -kept CHECKPOINT [-kept-key VKEY] PROOF
//	check-log tiles      -key VKEY [-witness VKEY]... [-kept CHECKPOINT [-kept-key VKEY]]
//	                     [-position N [-event FILE]] FOLDER
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
)

// options are the flags of all commands.
type options struct {
	key       string
	witnesses list
	kept      string
	keptKey   string
	event     string
	position  int64
	// isKept is set while the head that the reader kept is opened.
	isKept bool
}

// says is the word for a head that holds.
func (o *options) says() string {
	if o.isKept {
		return "kept"
	}
	return "signed"
}

// list is a flag that may be repeated.
type list []string

func (l *list) String() string         { return fmt.Sprint([]string(*l)) }
func (l *list) Set(value string) error { *l = append(*l, value); return nil }

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "check-log:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	commands := map[string]func(*options, string) error{
		"checkpoint": checkCheckpoint, "bundle": checkBundle,
		"growth": checkGrowth, "tiles": checkTiles,
	}
	if len(arguments) == 0 || commands[arguments[0]] == nil {
		return errors.New("give one of: checkpoint, bundle, growth, tiles")
	}
	var given options
	flags := flag.NewFlagSet(arguments[0], flag.ContinueOnError)
	flags.StringVar(&given.key, "key", "", "the log's public key (vkey)")
	flags.Var(&given.witnesses, "witness", "a witness's public key, all of which must have cosigned")
	flags.StringVar(&given.kept, "kept", "", "a checkpoint that you kept")
	flags.StringVar(&given.keptKey, "kept-key", "", "the key that signed it, if it is another")
	flags.StringVar(&given.event, "event", "", "the event's bytes")
	flags.Int64Var(&given.position, "position", 0, "the event's position, from 1")
	if err := flags.Parse(arguments[1:]); err != nil {
		return err
	}
	if flags.NArg() != 1 || given.key == "" {
		return errors.New("give -key VKEY and one file or folder")
	}
	return commands[arguments[0]](&given, flags.Arg(0))
}
