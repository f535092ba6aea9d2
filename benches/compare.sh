#!/usr/bin/env bash
# Times the whole program against tools that read the same vault, or as many tasks, in turns so that all share the
# machine's mood. Prints for each the median of the time on the clock and of the processor's time (user and system, in
# milliseconds), and the median of its ratios, turn by turn, to ripgrep. Takes the tools that are there.
#
#   benches/compare.sh [NOTES…]      default: 50 1000 10000
#   ROUNDS=31 benches/compare.sh 100000
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C TIMEFORMAT='%R %U %S'

rounds=${ROUNDS:-15}
sizes=("$@")
[[ ${#sizes[@]} -gt 0 ]] || sizes=(50 1000 10000)
today=2025-03-06
# Emacs opens every file of an agenda: with more it takes hours.
most_org_files=1000

cargo build --release --locked --quiet --bin vault --example generate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

has() { command -v "$1" >/dev/null; }

ripgrep() { rg -l zzz "$1/vault"; }
find_() { find "$1/vault" -type f -size +1000k; }
# Without a place for it, nothing is remembered from one run to the next.
anew() { env -u HOME -u XDG_STATE_HOME target/release/vault -C "$1/vault" "${@:2}" --today $today; }
again() { XDG_STATE_HOME=$1/state target/release/vault -C "$1/vault" "${@:2}" --today $today; }
check() { anew "$1" check; }
check_again() { again "$1" check; }
agenda() { anew "$1" agenda --no-write; }
agenda_again() { again "$1" agenda --no-write; }
taskwarrior() { TASKRC=$1/taskrc task rc.gc=off export; }
org_agenda() {
    emacs -Q --batch --eval "(progn (require 'org-agenda) (setq org-agenda-files (list $2)) (org-batch-agenda \"a\"))"
}
org_file() { org_agenda "$1" "\"$1/one.org\""; }
org_files() { org_agenda "$1" "\"$1/org\""; }

# As many tasks as there are notes, for the other tools.
other_data() {
    mkdir "$1/tasks"
    printf 'data.location=%s\nconfirmation=off\nhooks=off\n' "$1/tasks" >"$1/taskrc"
    awk -v count="$2" 'BEGIN { for (n = 1; n <= count; n++) printf "[description:\"Thank person %d for their time\" due:\"%d\" entry:\"1738800000\" modified:\"1738800000\" project:\"firm%d\" status:\"pending\" uuid:\"%08x-0000-4000-8000-000000000000\"]\n", n, 1741219200 + n % 30 * 86400, n / 9, n }' >"$1/tasks/pending.data"
    awk -v count="$2" 'BEGIN { for (n = 1; n <= count; n++) printf "* TODO Thank person %d for their time\nDEADLINE: <2025-03-%02d>\n%s\n", n, 1 + n % 30, "Words about the talk, and what was promised." }' >"$1/one.org"
    if (($2 <= most_org_files)); then
        mkdir "$1/org"
        awk -v count="$2" -v folder="$1/org" 'BEGIN { for (n = 1; n <= count; n++) { file = folder "/" n ".org"; printf "* TODO Thank person %d for their time\nDEADLINE: <2025-03-%02d>\nWords about the talk.\n", n, 1 + n % 30 > file; close(file) } }'
    fi
}

# Clock and processor time of a tool over the data in a folder; findings and no matches are no failure.
took() {
    local times
    times=$({ time "$@" >/dev/null 2>&1 || [[ $? -eq 1 ]] || echo failed; } 2>&1)
    [[ $times != *failed* ]] || { echo "$* failed" >&2; exit 1; }
    awk '{ print $1 * 1000, ($2 + $3) * 1000 }' <<<"$times"
}

median() { sort -g | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

for size in "${sizes[@]}"; do
    tools=()
    has rg && tools+=(ripgrep)
    has find && tools+=(find_)
    tools+=(check check_again agenda agenda_again)
    has task && tools+=(taskwarrior)
    # These take seconds to minutes.
    slow=()
    has emacs && slow+=(org_file)
    has emacs && ((size <= most_org_files)) && slow+=(org_files)

    data=$work/$size
    mkdir "$data"
    target/release/examples/generate "$data/vault" "$size"
    other_data "$data" "$size"
    # What has just been written is not remembered.
    sleep 3
    for tool in "${tools[@]}"; do took "$tool" "$data" >/dev/null; done
    for ((round = 0; round < rounds; round++)); do
        for tool in "${tools[@]}"; do took "$tool" "$data" >>"$data/$tool.times"; done
    done
    if ((size <= 10 * most_org_files)); then
        for tool in "${slow[@]}"; do took "$tool" "$data" >"$data/$tool.times"; done
    else
        slow=()
    fi

    echo "$size notes           clock   processor   to ${tools[0]}, clock   processor"
    for tool in "${tools[@]}" "${slow[@]}"; do
        clock=$(cut -d' ' -f1 "$data/$tool.times" | median)
        processor=$(cut -d' ' -f2 "$data/$tool.times" | median)
        ratio() { paste -d' ' "$data/$tool.times" "$data/${tools[0]}.times" | awk -v at="$1" 'NF == 4 && $(at + 2) > 0 { print $at / $(at + 2) }' | median; }
        printf '  %-14s %9.1f   %9.1f   %16.2f   %9.2f\n' "${tool%_}" "$clock" "$processor" "$(ratio 1)" "$(ratio 2)"
    done
    if [[ -x /usr/bin/time ]]; then
        peak=$(env -u HOME -u XDG_STATE_HOME /usr/bin/time -f %M target/release/vault -C "$data/vault" check --today $today 2>&1 >/dev/null | tail -1) || true
        echo "  peak memory of check: $peak KiB, $((peak * 1024 / size)) bytes a note"
    fi
    rm -rf "$data"
done
