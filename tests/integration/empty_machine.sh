# empty_machine.sh ROOT REPOSITORY PROGRAMS SOCKETS COMMANDS SET KEY: makes a machine below ROOT that has Debian's programs,
# our own in /program, the repository, and nothing else (no /etc of this machine, no home, no state), starts a fresh
# server there whose socket is in SOCKETS, and brings SET back: by the lines of COMMANDS when that is not empty, else by
# our program. KEY is a file with the secret key of an encrypted SET, or empty. Says "ready" and keeps the server until its input ends. Run as root in mount and process namespaces of
# its own, by tst_EmptyMachine.
set -euo pipefail

root=$1 repository=$2 programs=$3 sockets=$4 commands=$5 set=$6 key=$7

mount -t tmpfs tmpfs "$root"
cd "$root"
mkdir -p usr etc proc dev tmp var/lib root/desk program old ".$repository" ".$sockets"
chmod 1777 tmp
mount --bind /usr usr
mount -o remount,bind,ro usr
mount --rbind /dev dev
mount --bind "$programs" program
mount --bind "$repository" ".$repository"
mount --bind "$sockets" ".$sockets"
for name in bin sbin lib lib64; do ln -s "usr/$name" "$name"; done
grep -E '^(root|postgres|nobody):' /etc/passwd >etc/passwd
grep -E '^(root|postgres|nogroup):' /etc/group >etc/group
cp /etc/ld.so.cache etc/
[ -z "$key" ] || cp -p "$key" root/key.txt
[ -z "$commands" ] || cp "$commands" root/commands.sh
pivot_root . old
mount -t proc proc /proc
umount -l /old

cd /root/desk
export HOME=/root LC_ALL=C.UTF-8 PATH=/usr/lib/postgresql/15/bin:/usr/bin:/bin
unset XDG_CONFIG_HOME XDG_STATE_HOME
postgres() { setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; }
mkdir /var/lib/data
chown postgres:postgres /var/lib/data
postgres initdb -D /var/lib/data -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 >/tmp/initdb.log
postgres pg_ctl -D /var/lib/data -w -l /tmp/server.log -o "-k $sockets -c listen_addresses=" start >/tmp/start.log
trap 'postgres pg_ctl -D /var/lib/data -m immediate stop >/dev/null' EXIT

if [ -n "$commands" ]; then
    bash -euo pipefail /root/commands.sh >/tmp/commands.log
else
    program=/program/masclet-backup
    identity=()
    [ -z "$key" ] || identity=(--identity /root/key.txt)
    # Nothing tells this machine about the profile but the backup itself.
    "$program" restore "$set" --repository "$repository" --files /root/desk/files "${identity[@]}"
    mkdir -p /etc/masclet-backup/profiles
    find /root/desk/files/config -path '*/profile/*.toml' -exec cp {} /etc/masclet-backup/profiles/ \;
    chmod 600 /etc/masclet-backup/profiles/*
    "$program" restore "$set" --to desk_test --globals "${identity[@]}"
    "$program" restore-test "$set" --sandbox "${identity[@]}"
fi
find /root/desk -name app.conf -exec cat {} \;
echo ready
cat >/dev/null
