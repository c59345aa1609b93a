# fish completion for l10n-drift.

# The branches of the repository that the command line names, local and remote.
function __l10n_drift_branches
    set -l repository .
    set -l previous
    for word in (commandline -opc)
        contains -- $previous -C --repo; and set repository $word
        string match -q -- '--repo=*' $word; and set repository (string replace -- --repo= '' $word)
        set previous $word
    end
    set repository (string replace -r -- '^~' $HOME $repository)
    git -C $repository for-each-ref --format='%(refname:strip=2)' \
        refs/heads refs/remotes 2>/dev/null
end

function __l10n_drift_branches_or_auto
    echo auto
    __l10n_drift_branches
end

set -l no_command 'not __fish_seen_subcommand_from report status check diff languages init pins reviewed touches'
set -l in_report 'not __fish_seen_subcommand_from status check diff languages init pins reviewed touches'
set -l in_status '__fish_seen_subcommand_from status'
set -l takes_lang 'not __fish_seen_subcommand_from diff init reviewed'
set -l in_check '__fish_seen_subcommand_from check'
set -l in_report_or_check 'not __fish_seen_subcommand_from status diff languages init pins reviewed touches'
set -l in_report_or_diff 'not __fish_seen_subcommand_from check languages init pins reviewed touches'
set -l in_diff '__fish_seen_subcommand_from diff'
set -l in_languages '__fish_seen_subcommand_from languages'
set -l in_init '__fish_seen_subcommand_from init'
set -l in_pins '__fish_seen_subcommand_from pins'
set -l in_reviewed '__fish_seen_subcommand_from reviewed'
set -l in_touches '__fish_seen_subcommand_from touches'
set -l not_languages 'not __fish_seen_subcommand_from languages init pins reviewed touches'

complete -c l10n-drift -f
complete -c l10n-drift -n $no_command -a report -d 'Report the outdated translations'
complete -c l10n-drift -n $no_command -a status -d 'Tell the state of pages, and why'
complete -c l10n-drift -n $no_command -a check -d 'Check a branch before it is merged'
complete -c l10n-drift -n $no_command -a diff -d 'Show what changed in sources'
complete -c l10n-drift -n $no_command -a languages -d 'List the languages'
complete -c l10n-drift -n $no_command -a init -d 'Write a configuration'
complete -c l10n-drift -n $no_command -a pins -d 'List or set the commits of pages'
complete -c l10n-drift -n $no_command -a reviewed -d 'Say that a page was looked at'
complete -c l10n-drift -n $no_command -a touches -d 'Suggest commits that do not count'
complete -c l10n-drift -n $no_command -a help -d 'Print the help of a command'
complete -c l10n-drift -n $in_check -F
complete -c l10n-drift -n $in_diff -F
complete -c l10n-drift -n $in_status -F
complete -c l10n-drift -n '__fish_seen_subcommand_from report pins reviewed touches' -F

complete -c l10n-drift -s C -l repo -x -a '(__fish_complete_directories)' -d 'Repository'
complete -c l10n-drift -l base -x -a '(__l10n_drift_branches)' -d 'Newest sources'
complete -c l10n-drift -l branch -x -a '(__l10n_drift_branches_or_auto)' -d Translations
complete -c l10n-drift -n $in_report_or_diff -l since -x \
    -a '(__l10n_drift_branches_or_auto)' -d 'Sources to compare with'
complete -c l10n-drift -l source-lang -x -d 'Language of the sources'
complete -c l10n-drift -n $not_languages -l granularity -x -a 'block file' \
    -d 'Look into pages, or not'
complete -c l10n-drift -n 'not __fish_seen_subcommand_from init' -l config -r -F -d Configuration
complete -c l10n-drift -s o -l output -r -F -d 'Write to a file'
complete -c l10n-drift -n $not_languages -l color -x -a 'auto always never' \
    -d 'When to use colours'
complete -c l10n-drift -n $not_languages -l threads -x -d Threads
complete -c l10n-drift -n $not_languages -l allow-shallow \
    -d 'Report what a shallow clone tells'
complete -c l10n-drift -l fetch-missing -d 'Let git fetch what is missing'
complete -c l10n-drift -l stats -d 'Tell what each phase takes'
complete -c l10n-drift -s v -l verbose -d 'Say more'
complete -c l10n-drift -s q -l quiet -d 'Say nothing but errors'
complete -c l10n-drift -l version -d 'Print the version'
complete -c l10n-drift -l help -d 'Print the help'
complete -c l10n-drift -s h -d 'Print a short help'

complete -c l10n-drift -n $takes_lang -l lang -x -a all -d Languages
complete -c l10n-drift -n $in_report -l include -x -d 'Only sources that match'
complete -c l10n-drift -n $in_report -l exclude -x -d 'No sources that match'
complete -c l10n-drift -n $in_report -l untranslated -d 'List untranslated sources, too'
complete -c l10n-drift -n $in_report_or_check -l min-severity -x -a 'cosmetic minor substantive' \
    -d 'Leave out pages with less'
complete -c l10n-drift -n $in_report -l commits -d 'List the commits of each source'
complete -c l10n-drift -n $in_report -l format -x -a 'issue text json csv' -d Format
complete -c l10n-drift -n $in_report -l style -x -a 'shortstat compact' -d 'Style of an issue'
complete -c l10n-drift -n $in_report -l details -d 'List what is stale within pages'
complete -c l10n-drift -n $in_report -l quick -d 'List quick tasks above all others'
complete -c l10n-drift -n $in_report_or_check -l texts -d 'Show what each stale place was and is'
complete -c l10n-drift -n $in_report -l links -x -a none -d 'Link to the pages of a repository'
complete -c l10n-drift -n $in_report -l previous -r -F -d 'The body of the issue as it is'
complete -c l10n-drift -n $in_report -l output-dir -x -a '(__fish_complete_directories)' \
    -d 'Folder for the parts of an issue'
complete -c l10n-drift -n $in_report -l max-chars -x -d 'Characters in a part of an issue'
complete -c l10n-drift -n $in_report -l exit-code -d 'Exit with 1 on drift'
complete -c l10n-drift -n $in_check -l all -d 'Look at all translations'
complete -c l10n-drift -n $in_check -l target -x -a '(__l10n_drift_branches)' \
    -d 'Revision that the branch goes into'
complete -c l10n-drift -n $in_check -l fail-on -x \
    -a 'lost forgotten left_behind copy orphaned was_behind not_compared never unknown invalid_baseline outdated partially_updated renamed deleted' \
    -d 'What to fail on'
complete -c l10n-drift -n $in_check -l format -x -a 'text json github' -d Format
complete -c l10n-drift -n $in_diff -l stat -d 'One line instead of the diff'
complete -c l10n-drift -n $in_diff -l no-pager -d 'Print it at once'
complete -c l10n-drift -n $in_languages -l format -x -a 'text json' -d Format
complete -c l10n-drift -n $in_status -l sort -x -a 'path age size severity' -d 'A table in this order'
complete -c l10n-drift -n $in_status -l format -x -a 'text json' -d Format
complete -c l10n-drift -n $in_pins -l check -d 'Exit with 1 if there is one'
complete -c l10n-drift -n $in_pins -l write -d 'Set them'
complete -c l10n-drift -n $in_pins -l all -d 'Set those of all pages'
complete -c l10n-drift -n $in_pins -l force -d 'Of changed pages, too'
complete -c l10n-drift -n $in_reviewed -l reason -x -d 'Why there is nothing to do'
complete -c l10n-drift -n $in_reviewed -l force -d 'Of changed pages, too'
complete -c l10n-drift -n $in_touches -l bulk -d 'Of many translations'
complete -c l10n-drift -n $in_init -l force -d 'Replace a file that is there'
