#!/usr/bin/perl
# dataset.pl MB: writes the benchmark's database as SQL for psql: numbers, text, jsonb and scans, so much that a
# plain dump has about MB megabytes. The same rows every time.
use strict;
use warnings;

my $mb = shift // 700;
srand(42);
my @words = map { my $n = $_; join '', map { ('a' .. 'z')[rand 26] } 1 .. 2 + $n % 9 } 1 .. 800;
my $word = sub { $words[800 * rand()**2] };

print "CREATE TABLE readings (id bigint PRIMARY KEY, sensor integer NOT NULL, taken timestamp NOT NULL, weight numeric(8, 2),",
    " temperature double precision, ok boolean);\nCOPY readings FROM stdin;\n";
for my $id (1 .. $mb * 4700) {
    my $s = $id * 17;
    printf "%d\t%d\t2022-%02d-%02d %02d:%02d:%02d\t%.2f\t%.12f\t%s\n", $id, rand 400, 1 + $s / 2419200 % 12,
        1 + $s / 86400 % 28, $s / 3600 % 24, $s / 60 % 60, $s % 60, 400 + rand 300, 36 + rand 5, rand() > 0.02 ? 't' : 'f';
}
print "\\.\nCREATE TABLE notes (id bigint PRIMARY KEY, author integer, body text);\nCOPY notes FROM stdin;\n";
for my $id (1 .. $mb * 1620) {
    print "$id\t", int rand 50, "\t", join(' ', map { $word->() } 1 .. 30 + $id % 9), "\n";
}
print "\\.\nCREATE TABLE events (id bigint PRIMARY KEY, at timestamp NOT NULL, payload jsonb NOT NULL);\nCOPY events FROM stdin;\n";
for my $id (1 .. $mb * 1500) {
    my $s = $id * 41;
    printf "%d\t2023-%02d-%02d %02d:%02d:%02d\t{\"by\": \"%s\", \"kind\": \"%s\", \"tags\": [\"%s\", \"%s\"], \"price\": %.2f, \"animal\": %d}\n",
        $id, 1 + $s / 2419200 % 12, 1 + $s / 86400 % 28, $s / 3600 % 24, $s / 60 % 60, $s % 60, $word->(),
        (qw(birth move sale visit))[rand 4], $word->(), $word->(), rand 2000, rand 30000;
}
print "\\.\nCREATE TABLE scans (id integer PRIMARY KEY, title text, content bytea NOT NULL);\nCOPY scans FROM stdin;\n";
for my $id (1 .. $mb * 4) {
    print "$id\tscan $id\t\\\\x", join('', map { sprintf '%08x', rand 4294967296 } 1 .. 4800 + $id % 4800), "\n";
}
print "\\.\nCREATE INDEX readings_sensor ON readings (sensor, taken);\nCHECKPOINT;\n";
