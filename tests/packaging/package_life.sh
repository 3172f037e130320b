#!/usr/bin/env bash
# package_life.sh TAR PACKAGES: the packages of folder PACKAGES on a bare Debian: installed by apt, used for backups of
# a real PostgreSQL by root and by the system user, upgraded, removed and purged. The backups are there at the end.
set -euo pipefail
# shellcheck source=tests/packaging/machine.sh
. "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

own_machine "$1" "$@"
mkdir /debs
cp /old"$2"/masclet-backup*.deb /debs/
leave_old_root

version=$(dpkg-deb -f /debs/masclet-backup_*.deb Version)
as_user() { # as "sudo -u masclet-backup -H" does it
    setpriv --reuid=masclet-backup --regid=masclet-backup --init-groups \
        env -i HOME=/var/lib/masclet-backup/home PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}
as_postgres() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
sql() { as_postgres psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

step "install the command line"
# Without what is recommended: QtKeychain recommends GNOME's keyring, which no server wants.
install --no-install-recommends /debs/masclet-backup_*.deb bubblewrap age
for package in $(dpkg-deb -f /debs/masclet-backup_*.deb Recommends Suggests | tr -d , | sed 's/^[^:]*: //'); do
    [ "$package" = masclet-backup-gui ] || must_say "^Package: $package" apt-cache show "$package"
done
must_say "^masclet-backup $version" masclet-backup --version
! installed libqt6gui6 || fail "the command line brings Qt Gui"
[ -x /usr/bin/pg_dump ] || fail "the client programs did not come along"
for file in man/man1/masclet-backup.1.gz doc/masclet-backup/changelog.gz; do must gunzip -t /usr/share/$file; done
must bash -n /usr/share/bash-completion/completions/masclet-backup
must_say ':/var/lib/masclet-backup/home:/usr/sbin/nologin$' getent passwd masclet-backup
[ "$(stat -c '%U %a' /var/lib/masclet-backup /var/lib/masclet-backup/home | paste -sd,)" = "root 755,masclet-backup 700" ] ||
    fail "the folders of the state are open to others"
[ -f /lib/systemd/system/masclet-backup@.timer ] || fail "no timer"
[ -z "$(find /etc/systemd /etc/cron.d -name '*masclet*')" ] || fail "a schedule is on that nobody asked for"

step "a server"
install --no-install-recommends postgresql
setpriv --reuid=postgres --regid=postgres --init-groups /usr/lib/postgresql/15/bin/postgres -D /var/lib/postgresql/15/main -c listen_addresses= \
    -c config_file=/etc/postgresql/15/main/postgresql.conf >/tmp/server.log 2>&1 &
server=$!
until_true 30 "the server answers" as_postgres psql -X -c 'SELECT 1'
sql -c 'CREATE ROLE root SUPERUSER LOGIN' -c 'CREATE ROLE "masclet-backup" SUPERUSER LOGIN' -c 'CREATE DATABASE shop'
sql -d shop -c 'CREATE TABLE animals AS SELECT id, md5(id::text) FROM generate_series(1, 20000) id'

step "root's backup, proven"
must masclet-backup init --profile shop --repository /srv/backups --host /var/run/postgresql --dbname shop --user root \
    --minimum-size 1kB
must masclet-backup backup
must_say '"state": *"restore-tested"' masclet-backup show --latest --json
must_end 3 masclet-backup schedule install --as cron # a warning: no cron runs here
[ -f /etc/cron.d/masclet-backup ] || fail "no schedule for cron"

step "the system user's backup, as its timer starts it"
mkdir -m 0700 /srv/unprivileged
chown masclet-backup: /srv/unprivileged
must as_user masclet-backup init --profile stall --repository /srv/unprivileged --host /var/run/postgresql --dbname shop \
    --user masclet-backup --minimum-size 1kB --kinds db
read -ra start < <(sed -n 's/^ExecStart=//p' /lib/systemd/system/masclet-backup@.service)
# Without a planned time since the repository was made there is nothing to do; without --if-due there is.
must as_user "${start[@]//%i/stall}"
[ -z "$(find /srv/unprivileged/sets -type f)" ] || fail "a backup was made that was not due"
words=("${start[@]//%i/stall}")
must as_user "${words[@]/--if-due/--no-retention}"
must_say '"state": *"restore-tested"' as_user masclet-backup show --latest --json
mkdir -p /etc/systemd/system/timers.target.wants # as "systemctl enable masclet-backup@stall.timer" does it
ln -s /lib/systemd/system/masclet-backup@.timer /etc/systemd/system/timers.target.wants/masclet-backup@stall.timer
# A warning: no systemd runs here.
must_say '^Installed: systemd, .*masclet-backup@stall.timer' as_user sh -c 'masclet-backup schedule show || [ $? = 3 ]'
must_say '^OK: stall: ' as_user masclet-backup status
# What only root can decrypt for the unit is not taken for missing.
mkdir -m 0700 /etc/credstore.encrypted
echo of-another-day >/etc/credstore.encrypted/stall
must_say '^\[Could not check\] systemd credential: .*is for root' \
    as_user sh -c 'masclet-backup schedule prove --dry-run || [ $? = 3 ]'
rm -r /etc/credstore.encrypted

step "install the desk"
install --no-install-recommends /debs/masclet-backup-gui_*.deb
must_say "$version" env QT_QPA_PLATFORM=offscreen masclet-backup-gui --version
[ -f /usr/share/applications/masclet-backup-gui.desktop ] || fail "no desktop entry"

step "upgrade"
for deb in /debs/*.deb; do
    dpkg-deb -R "$deb" /tmp/newer
    sed -i -E "s/^Version: .*/Version: $version+1/; s/masclet-backup \(= [^)]*\)/masclet-backup (= $version+1)/" \
        /tmp/newer/DEBIAN/control
    mkdir -p /newer
    must dpkg-deb -Znone -b /tmp/newer /newer
    rm -rf /tmp/newer
done
before=$(cat /etc/masclet-backup/profiles/shop.toml /etc/cron.d/masclet-backup)
install --no-install-recommends /newer/*.deb
for package in masclet-backup masclet-backup-gui; do
    [ "$(dpkg-query -W -f='${Version}' $package)" = "$version+1" ] || fail "$package was not upgraded"
done
[ "$before" = "$(cat /etc/masclet-backup/profiles/shop.toml /etc/cron.d/masclet-backup)" ] ||
    fail "the upgrade changed the profile or the schedule"
must masclet-backup verify --latest
must masclet-backup backup
must_say '"state": *"restore-tested"' masclet-backup show --latest --json

step "remove"
must as_user masclet-backup init --profile home --host /var/run/postgresql --dbname shop --user masclet-backup --kinds db \
    --repository /var/lib/masclet-backup/home/backups --minimum-size 1kB
must as_user masclet-backup backup --profile home
must masclet-backup key create /etc/masclet-backup/old.key
mkdir -p /var/lib/masclet-backup/replaced/etc
echo mine >/var/lib/masclet-backup/replaced/etc/app.conf
find /srv /var/lib/masclet-backup/home/backups -type f | sort | xargs sha256sum >/tmp/backups
must_say '^/etc/cron.d/masclet-backup' apt-get remove masclet-backup masclet-backup-gui
[ ! -e /usr/bin/masclet-backup ] || fail "the program is still there"
[ -f /etc/masclet-backup/profiles/shop.toml ] || fail "removing took the profile"

step "purge"
apt-get purge masclet-backup masclet-backup-gui >/tmp/apt.log 2>&1 || fail "$(cat /tmp/apt.log)"
must sha256sum --quiet -c /tmp/backups
[ "$(find /srv /var/lib/masclet-backup/home/backups -type f | wc -l)" = "$(wc -l </tmp/backups)" ] ||
    fail "purging put something into a repository"
[ -f /etc/masclet-backup/old.key ] || fail "purging deleted a secret key"
grep -q old.key /tmp/apt.log || fail "purging did not tell of the secret key that it left"
[ -f /var/lib/masclet-backup/replaced/etc/app.conf ] || fail "purging deleted what a restore had put aside"
rm -r /etc/masclet-backup/old.key /var/lib/masclet-backup/replaced /var/lib/masclet-backup/home/backups
# With those out of the way, nothing is left of a second time.
install --no-install-recommends /debs/masclet-backup_*.deb
apt-get purge masclet-backup >/tmp/apt.log 2>&1 || fail "$(cat /tmp/apt.log)"
left=$(find / -xdev -ipath '*masclet*' ! -path '/srv/*' ! -path '/debs*' ! -path '/newer/*' ! -path '/proc/*' \
    ! -path '/tmp/*')
[ -z "$left" ] || fail "purging left behind: $left"
left=$(grep -rl masclet /etc | grep -Ev '^/etc/(passwd|group|shadow|gshadow)-?$' || true)
[ -z "$left" ] || fail "purging left its name in $left"
must getent passwd masclet-backup # nobody else shall get the number that backups belong to

kill -INT "$server"
wait "$server" || fail "the server ended with $?"
step "done"
