#!/bin/sh
# STAND-IN for the AppImage runtime, which comes from GitHub only: with Debian's squashfuse and unsquashfs it does what the
# real one does by itself. The squashfs begins at byte 4096, up to which this script is filled.
APPIMAGE=$(readlink -f "$0")
ARGV0=$0
OWD=$PWD
APPDIR=$(mktemp -d "${TMPDIR:-/tmp}/.mount_BookbeXXXXXX")
export APPIMAGE ARGV0 OWD APPDIR
if [ "$1" = --appimage-extract-and-run ]; then
  shift
  unsquashfs -quiet -no-progress -force -offset 4096 -dest "$APPDIR" "$APPIMAGE" > /dev/null
  end() { rm -rf "$APPDIR"; }
else
  squashfuse -o ro,offset=4096 "$APPIMAGE" "$APPDIR" || exit 127
  end() { fusermount3 -u -z "$APPDIR"; rmdir "$APPDIR"; }
fi
"$APPDIR/AppRun" "$@" &
child=$!
trap 'kill -TERM $child' TERM INT
wait $child
code=$?
# The signal ends the waiting, too.
while kill -0 $child 2> /dev/null; do
  wait $child
  code=$?
done
end
exit $code
