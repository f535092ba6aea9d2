#!/bin/sh
# Neovim against `vault lsp`, on a small vault in a temporary folder: tests/editor/run.sh [PATH/OF/vault]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
vault=${1:-$here/../../target/debug/vault}
if ! command -v nvim > /dev/null; then
    echo "skipped: there is no nvim here (Debian: apt-get install neovim)"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/notes/Rounds" "$folder/notes/Companies" "$folder/notes/Interviewers"
: > "$folder/notes/vault.toml"
printf -- '---\ntype: company\nstatus: waiting\n---\n' > "$folder/notes/Companies/Harbour Glass.md"
printf -- '---\ntype: interviewer\n---\n' > "$folder/notes/Interviewers/Ines Falk.md"
printf -- '---\ntype: round\ncompany: "[[Harbour Glass]]"\ninterview_date: 2025-03-04\nstate: held\ninterviewers: ["[[Ines Falk]]"]\n---\n' \
    > "$folder/notes/Rounds/2025-03-04 Harbour Glass.md"
HOME=$folder XDG_STATE_HOME=$folder/state VAULT=$vault NOTES=$folder/notes \
    nvim --clean --headless -n -c "luafile $here/nvim.lua"
