# Completion of PROGRAM in fish. Put it into ~/.config/fish/completions as PROGRAM.fish.

function FUNCTION
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    # Whoever has not closed a quote yet means the words behind it.
    set -l plain (string unescape -- $current; or string replace -r '^["\']' '' -- $current)
    $words[1] completions fish --word (count $words) -- $words "$plain" 2>/dev/null
end

complete -c PROGRAM -f -a '(FUNCTION)'
