#!/bin/sh
# After a deb or rpm was removed. rpm runs the old version's after the new one is there, with "1"; dpkg before that, with
# "upgrade" or what failed: neither takes the command away from the new one.
case "$1" in
  0 | remove | purge) ;;
  *) exit 0 ;;
esac

if command -v update-alternatives > /dev/null 2>&1; then
  update-alternatives --remove bookbell /opt/Bookbell/bookbell || true
fi
if [ "$(readlink /usr/bin/bookbell)" = /opt/Bookbell/bookbell ]; then
  rm -f /usr/bin/bookbell
fi

profile=/etc/apparmor.d/bookbell
if [ -f "$profile" ]; then
  if apparmor_status --enabled > /dev/null 2>&1; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi
