#!/bin/sh
# Runs each argument as a command, whatever became of those before it, and names at the end what failed. Stopped by hand, it stops.
trap 'exit 130' INT TERM
failed=""
for step in "$@"; do
	echo "== $step" >&2
	sh -c "$step" || failed="$failed
  $step"
done
[ -z "$failed" ] && exit 0
echo "These failed:$failed" >&2
exit 1
