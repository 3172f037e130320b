#!/usr/bin/env bash
# real-systemd.sh TAR PACKAGES: the package under a real systemd, which boots a bare Debian as PID 1 of its own process
# namespace. By hand, as root, since it waits for timers (four minutes):
#   ctest --preset release -R 'packages_built|bare_debian'
#   tests/packaging/real-systemd.sh build/release/bare-debian.tar "$PWD/build/release/packages"
# A firewall of units (IPAddressDeny=) needs cgroup v2 alone and is not tried where there is v1 too.
set -euo pipefail
# shellcheck source=tests/packaging/machine.sh
. "$(dirname "${BASH_SOURCE[0]}")/machine.sh"

if [ -z "${MASCLET_OWN_MACHINE:-}" ]; then set -- "$(realpath "$1")" "$(realpath "$2")"; fi
own_machine "$1" "$@"

step "a machine to boot"
mkdir /machine
tar --extract --file "/old$1" --directory /machine --same-permissions
mkdir /machine/debs
cp /old"$2"/masclet-backup_*.deb /machine/debs/masclet-backup.deb
mount --rbind /old/sys/fs/cgroup /sys/fs/cgroup
leave_old_root
install --no-install-recommends systemd-container
cp /etc/resolv.conf /etc/hosts /machine/etc/
mount -t proc proc /machine/proc
mount --rbind /dev /machine/dev
in_root() { chroot /machine "$@" >/tmp/apt.log 2>&1 || fail "$(tail -n 40 /tmp/apt.log)"; }
in_root apt-get update
in_root apt-get install --no-install-recommends systemd systemd-sysv dbus dbus-user-session libpam-systemd postgresql \
    bubblewrap /debs/masclet-backup.deb
in_root useradd --create-home ana
umount -R /machine/dev /machine/proc
cat >/machine/usr/local/bin/web <<'PERL'
#!/usr/bin/perl
# Takes pings and messages, and writes down what was asked for.
use IO::Socket;
my $server = IO::Socket::INET->new(Listen => 9, LocalAddr => "127.0.0.1:8089", ReuseAddr => 1) or die;
open my $log, ">>", "/var/log/web"; $log->autoflush(1);
while (my $client = $server->accept) {
    my $line = <$client>; my $length = 0;
    while (my $head = <$client>) { $length = $1 if $head =~ /^content-length: (\d+)/i; last if $head =~ /^\r?\n/ }
    read($client, my $body, $length) if $length;
    print $log $line;
    print $client "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"; close $client;
}
PERL
chmod 755 /machine/usr/local/bin/web

# Control groups of our own, in whatever hierarchies systemd can use here.
groups=()
group=masclet-$RANDOM$RANDOM
for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/unified /sys/fs/cgroup/systemd; do
    if [ -f "$hierarchy/cgroup.procs" ] && mkdir "$hierarchy/$group"; then groups+=("$hierarchy/$group"); fi
done
[ ${#groups[@]} -gt 0 ] || fail "no control groups are mounted"
machine=
leave_groups() {
    local init group
    if [ -n "$machine" ]; then
        init=$(init_of) || true
        kill -KILL "$machine" ${init:+"$init"} 2>/dev/null || true
    fi
    for group in "${groups[@]}"; do
        until_true 10 "its processes are gone" find "$group" -depth -type d -exec rmdir {} +
    done
}
at_end leave_groups

init_of() { tr -d ' ' <"/proc/$machine/task/$machine/children"; }
boot() {
    (
        for group in "${groups[@]}"; do echo 0 >"$group/cgroup.procs"; done
        # As a machine has them: no files of the kernel covered, no rights taken away.
        SYSTEMD_NSPAWN_API_VFS_WRITABLE=1 exec systemd-nspawn --boot --register=no --keep-unit --private-network \
            --capability=all --directory=/machine --console=pipe
    ) >>/machine.log 2>&1 </dev/null &
    machine=$!
    until_true 60 "systemd is up" is_up
    inside umount /proc/kmsg /proc/sys/kernel/random/boot_id # nspawn's covers, which no machine has
}
inside() {
    nsenter --target "$(init_of)" --mount --uts --ipc --net --pid \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"
}
is_up() { inside systemctl is-system-running; }
power_off() {
    inside systemctl poweroff
    wait "$machine" || fail "the machine ended with $?"
    machine=
}
as_user() { # NAME HOME COMMAND…
    local name=$1 home=$2
    shift 2
    inside runuser -u "$name" -- env HOME="$home" XDG_RUNTIME_DIR="/run/user/$(inside id -u "$name")" \
        PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"
}
as_ana() { as_user ana /home/ana "$@"; }
as_own() { as_user masclet-backup /var/lib/masclet-backup/home "$@"; }
sql() { inside runuser -u postgres -- psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
enrol() { # NAME PASSWORD: as the comment in the unit says
    inside mkdir -p -m 0700 /etc/credstore.encrypted
    printf '%s' "$2" | inside systemd-creds encrypt --with-key=host --name="$1" - /etc/credstore.encrypted/shop 2>/dev/null
}
# The minute that the profiles are set to: far enough for all of them to be set before.
minute=
next_minute() {
    local ahead=0
    if [ "$(date +%-S)" -gt 35 ]; then ahead=60; fi
    minute=$(date -u -d "+$((60 + ahead)) seconds" +%H:%M)
}
proven() { # COMMAND…: as whoever runs it, the newest of so many sets was made by the scheduler and is proven
    {
        "$@" masclet-backup show --latest --json | grep '"state": *"restore-tested"' &&
            "$@" masclet-backup list --runs --json | grep '"trigger": *"schedule"' &&
            [ "$("$@" masclet-backup list | grep -c restore-tested)" = "$sets" ]
    } >/dev/null 2>&1
}
asked() { [ "$(grep -c "^[A-Z]* $1 " /machine/var/log/web)" = "$2" ]; }

step "boot"
boot
must_say '^0 loaded units' inside systemctl --failed
must inside systemd-run --quiet --unit=web /usr/local/bin/web
until_true 30 "the server answers" sql -c 'SELECT 1'
sql -c 'CREATE ROLE ana SUPERUSER LOGIN' -c 'CREATE ROLE "masclet-backup" SUPERUSER LOGIN' -c 'CREATE DATABASE shop' \
    -c "CREATE ROLE guarded LOGIN PASSWORD 'pass word' IN ROLE pg_read_all_data" -c 'CREATE ROLE root SUPERUSER LOGIN'
sql -d shop -c 'CREATE TABLE animals AS SELECT id, md5(id::text) FROM generate_series(1, 20000) id'

step "root's units, with sandbox, network, files elsewhere and a password that systemd decrypts"
inside mkdir -p /srv/status /srv/metrics
must inside masclet-backup init --profile shop --repository /srv/backups --host /var/run/postgresql --dbname shop \
    --user root --minimum-size 1kB
web=http:'//'127.0.0.1:8089
must inside masclet-backup profile set --host 127.0.0.1 --user guarded --restore-test-on sandbox \
    --ping-start $web/start --ping-success $web/good --ping-failure $web/bad \
    --status-file /srv/status/shop.json --metrics-folder /srv/metrics
printf '\n[[contacts]]\nrole = "dba"\nname = "Ana"\nwebhook = "%s/hook"\n' $web \
    >>/machine/etc/masclet-backup/profiles/shop.toml
enrol shop 'pass word'
of_shop=(--host /var/run/postgresql --dbname shop --minimum-size 1kB --kinds db)
inside mkdir -m 0700 /srv/unprivileged
inside chown masclet-backup: /srv/unprivileged
must as_own masclet-backup init --profile stall --repository /srv/unprivileged --user masclet-backup "${of_shop[@]}"
must inside loginctl enable-linger ana
until_true 30 "the user's systemd is up" as_ana systemctl --user is-system-running
must as_ana masclet-backup init --profile farm --repository /home/ana/backups --user ana "${of_shop[@]}"
next_minute
must inside masclet-backup profile set --at "$minute"
for who in as_own as_ana; do must $who masclet-backup profile set --at "$minute" --restore-test-on sandbox; done
must inside masclet-backup schedule install --as systemd
must as_ana masclet-backup schedule install --as systemd # without a warning, since the user lingers
must inside systemctl enable --now masclet-backup@stall.timer
for timer in masclet-backup-shop masclet-alarms-shop masclet-backup@stall masclet-alarms@stall; do
    must inside systemctl is-active $timer.timer
done
for unit in masclet-backup-shop masclet-alarms-shop; do
    must inside systemd-analyze security --no-pager --threshold=30 $unit.service
done
said=$(inside masclet-backup schedule prove --no-store) || fail "the proof ends with $?: $said"
for words in 'Scheduler: .*everything was tried behind' 'Password: from the systemd credential shop' 'Backup: 20000 rows'; do
    grep -Eq "^\[Pass\] $words" <<<"$said" || fail "the proof does not say \"$words\": $said"
done
said=$(as_ana masclet-backup schedule prove --no-store) || fail "the user's proof ends with $?: $said"
grep -q 'Scheduler: .*everything was tried behind' <<<"$said" || fail "the user's unit was not tried: $said"
[ -z "$(inside find /dev/shm -name 'masclet*')" ] || fail "the proof left something behind"

step "their timers at $minute"
sets=1
until_true 150 "root's set" proven inside
until_true 30 "the user's set" proven as_ana
# The package's timer looks each hour: its service is started as it does.
must inside systemctl start masclet-backup@stall.service
proven as_own || fail "no proven set of the package's unit"
for unit in masclet-backup-shop masclet-backup@stall; do
    ! inside journalctl --no-pager --unit="$unit" | grep 'kept apart only' || fail "the sandbox had no walls"
done
until_true 10 "the pings" asked /good 1
asked /start 1 || fail "no ping at the start"
[ -s /machine/srv/status/shop.json ] || fail "no status file"
[ -s /machine/srv/metrics/masclet_backup_shop.prom ] || fail "no metrics"
must_say 'LastTriggerUSec=.*ActiveState=inactive' inside masclet-backup schedule show
must_say 'LastTriggerUSec=.*ActiveState=inactive' as_ana masclet-backup schedule show
must_say 'Id=masclet-backup@stall.timer' as_own masclet-backup schedule show

step "a credential of another name"
enrol other 'pass word'
must_end 1 inside systemctl start masclet-backup-shop.service
must_end 12 inside masclet-backup schedule prove --no-store
must_end 3 inside masclet-backup schedule show
must_say 'failed .*243' inside sh -c 'masclet-backup schedule show 2>&1 || [ $? = 3 ]'
must inside systemctl start masclet-alarms-shop.service # which tells of it

step "a wrong password, told over the network"
enrol shop wrong
next_minute
must inside masclet-backup profile set --at "$minute"
must inside masclet-backup schedule install --as systemd
until_true 150 "the ping of a failure" asked /bad 1
until_true 10 "the message" asked /hook 1
enrol shop 'pass word'

step "off at the planned time"
until_true 30 "the run's end" inside sh -c '! systemctl is-active --quiet masclet-backup-shop.service'
next_minute
must inside masclet-backup profile set --at "$minute"
must inside masclet-backup schedule install --as systemd
power_off
until_true 150 "the planned time" sh -c "[ \$(date -u +%H:%M) = $minute ]"
boot
must inside systemd-run --quiet --unit=web /usr/local/bin/web
sets=2
until_true 60 "the missed backup is made" proven inside

step "removed"
must inside masclet-backup schedule remove
[ -z "$(find /machine/etc/systemd -name '*masclet*-shop*')" ] || fail "units are left"
power_off
step "done"
