#!/usr/bin/env bash
# Times the whole program against tools that read the same vault, in turns so that all share the machine's mood, and
# prints medians, and ratios to the first tool. Takes the tools that are there.
#
#   benches/compare.sh [NOTES…]      default: 50 1000 10000
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C

rounds=15
sizes=("$@")
[[ ${#sizes[@]} -gt 0 ]] || sizes=(50 1000 10000)

cargo build --release --locked --quiet --bin vault --example generate
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ripgrep() { rg -l zzz "$1"; }
find_() { find "$1" -type f -size +1000k; }
check() { target/release/vault -C "$1" check --today 2025-03-06; }
agenda() { target/release/vault -C "$1" agenda --no-write --today 2025-03-06; }

tools=()
command -v rg >/dev/null && tools+=(ripgrep)
command -v find >/dev/null && tools+=(find_)
tools+=(check agenda)

# Microseconds that a tool takes over a vault; findings and no matches are no failure.
took() {
    local start=${EPOCHREALTIME/./}
    "$@" >/dev/null 2>&1 || [[ $? -eq 1 ]] || { echo "$* failed" >&2; exit 1; }
    local end=${EPOCHREALTIME/./}
    echo $((end - start))
}

for size in "${sizes[@]}"; do
    vault=$work/$size
    target/release/examples/generate "$vault" "$size"
    for tool in "${tools[@]}"; do took "$tool" "$vault" >/dev/null; done
    for ((round = 0; round < rounds; round++)); do
        for tool in "${tools[@]}"; do took "$tool" "$vault" >>"$work/$size.$tool"; done
    done
    echo "$size notes"
    for tool in "${tools[@]}"; do
        median=$(sort -n "$work/$size.$tool" | sed -n "$((rounds / 2 + 1))p")
        : "${first:=$median}"
        awk -v name="${tool%_}" -v median="$median" -v first="$first" \
            'BEGIN { printf "  %-10s %9.1f ms  %6.2f\n", name, median / 1000, median / first }'
    done
    unset first
done
