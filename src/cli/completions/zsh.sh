#compdef PROGRAM
# Completion of PROGRAM in zsh. Put it into a folder of $fpath as _PROGRAM, or: source <(PROGRAM completions zsh)

FUNCTION() {
    local -a values shown folders
    local line value
    # Of the last word, what stands before the cursor and behind a quote that is still open.
    local -a typed=("${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}")
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        if [[ $value == */ ]]; then
            folders+=("$value")
            continue
        fi
        values+=("$value")
        if [[ $line == *$'\t'* ]]; then
            shown+=("$value  -- ${line#*$'\t'}")
        else
            shown+=("$value")
        fi
    done < <("$typed[1]" completions zsh --word $((CURRENT - 1)) -- "${(@)typed}" 2>/dev/null)
    (( $#values )) && compadd -l -d shown -a values
    (( $#folders )) && compadd -S '' -a folders
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    FUNCTION "$@"
else
    compdef FUNCTION PROGRAM
fi
