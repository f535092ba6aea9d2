# Completion of PROGRAM in PowerShell. Load it with: PROGRAM completions powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName 'PROGRAM' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    # An empty word is no element yet, and would be lost on its way to the program.
    $at = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }
    & $words[0] completions powershell --word $at -- $words 2>$null | ForEach-Object {
        $value, $meaning = $_ -split "`t", 2
        $text = if ($value -match '[^\w./:=@%+-]') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        if (-not $meaning) { $meaning = $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $meaning)
    }
}
