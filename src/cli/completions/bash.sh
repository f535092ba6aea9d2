# Completion of PROGRAM in bash. Load it with: source <(PROGRAM completions bash)

FUNCTION() {
    local -a words=()
    local at=-1 word before='' current line prefix
    local i
    COMPREPLY=()
    # bash cuts words at ":" and "="; here they are put together again.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((at > 0)) && [[ $word == [:=]* || $before == *[:=] ]]; then
            words[at]+=$word
        else
            ((++at))
            words[at]=$word
        fi
        before=$word
    done
    for ((i = 0; i <= at; i++)); do
        word=${words[i]}
        case $word in
            \"* | \'*) word=${word#?} word=${word%[\"\']} ;;
            *) word=${word//\\/} ;;
        esac
        words[i]=$word
    done
    current=${words[at]}
    # What stands before the last cut is there already.
    prefix=''
    [[ $current == *[:=]* && $COMP_WORDBREAKS == *:* ]] && prefix=${current%"${current##*[:=]}"}
    while IFS= read -r line; do
        line=${line%%$'\t'*}
        line=${line#"$prefix"}
        case ${COMP_WORDS[COMP_CWORD]} in
            \"* | \'*) ;;
            *) [[ $line == *[!a-zA-Z0-9_./:=@%+,-]* ]] && printf -v line %q "$line" ;;
        esac
        COMPREPLY+=("$line")
    done < <("$1" completions bash --word "$at" -- "${words[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -F FUNCTION PROGRAM
