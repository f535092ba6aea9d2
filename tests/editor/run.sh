#!/bin/sh
# Neovim against `vault lsp`, on the example vault in a temporary folder: tests/editor/run.sh [PATH/OF/vault]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
vault=${1:-$here/../../target/debug/vault}
if ! command -v nvim > /dev/null; then
    echo "skipped: there is no nvim here (Debian: apt-get install neovim)"
    exit 0
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$here/../../example-vault" "$folder/notes"
HOME=$folder XDG_STATE_HOME=$folder/state VAULT=$vault NOTES=$folder/notes \
    nvim --clean --headless -n -c "luafile $here/nvim.lua"
diff -r "$here/../../example-vault" "$folder/notes" && echo "ok    no file was changed on disk"
