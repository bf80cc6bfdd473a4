#!/usr/bin/env bash
# The size and the root of the tree that an event's proof leads to, by sha256sum alone: the algorithm
# of RFC 9162, 2.1.3.2. They are the second and the third line of the head that was signed.
#
#   bash root.sh claim.event.json claim.tlog-proof
set -euo pipefail

hash() { sha256sum | cut -c 1-64; }
bytes() { printf "$(sed 's/../\\x&/g' <<<"$1")"; }
digits() { od -An -v -tx1 | tr -d ' \n'; }

index=$(sed -n 's/^index //p' "$2")
size=$(sed '1,/^$/d' "$2" | sed -n 2p)
last=$((size - 1))
root=$({ printf '\0'; cat "$1"; } | hash)
for line in $(sed -n '/^index /,/^$/p' "$2" | sed 1d); do
  node=$(base64 -d <<<"$line" | digits)
  if ((last == 0)); then
    echo "the proof is too long" >&2
    exit 1
  fi
  if ((index % 2 == 1 || index == last)); then
    root=$(bytes "01$node$root" | hash)
    while ((index % 2 == 0 && index > 0)); do
      index=$((index / 2)) last=$((last / 2))
    done
  else
    root=$(bytes "01$root$node" | hash)
  fi
  index=$((index / 2)) last=$((last / 2))
done
if ((last != 0)); then
  echo "the proof is too short" >&2
  exit 1
fi
echo "$size"
bytes "$root" | base64
