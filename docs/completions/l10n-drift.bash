# bash completion for l10n-drift; needs bash and git alone.

# Offers the lines of standard input that begin with $1. compgen would run what is in the name of a
# branch, such as `$(id)`.
_l10n_drift_offer() {
  local word
  while read -r word; do
    [[ $word == "$1"* ]] && COMPREPLY+=("$(printf %q "$word")")
  done
}

_l10n_drift_offer_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

_l10n_drift_options() {
  printf '%s\n' -C --repo --base --branch --source-lang --fetch-missing --stats \
    -v --verbose -q --quiet --version -h --help
  if [[ $1 != init ]]; then
    echo --config
  fi
  if [[ $1 != reviewed ]]; then
    printf '%s\n' -o --output
  fi
  case $1 in
    languages | init | reviewed) ;;
    pins) printf '%s\n' --color --threads --allow-shallow ;;
    touches) echo --allow-shallow ;;
    check) printf '%s\n' --granularity --color --threads --allow-shallow ;;
    *) printf '%s\n' --granularity --color --threads --allow-shallow --since ;;
  esac
  case $1 in
    check) printf '%s\n' --all --lang --target --fail-on --min-severity --texts --format ;;
    diff) printf '%s\n' --stat --no-pager ;;
    status) printf '%s\n' --lang --sort --format ;;
    languages) printf '%s\n' --lang --format ;;
    init) echo --force ;;
    pins) printf '%s\n' --lang --check --write --all --force ;;
    reviewed) printf '%s\n' --reason --force ;;
    touches) printf '%s\n' --bulk --lang ;;
    *)
      printf '%s\n' --lang --include --exclude --untranslated --min-severity --commits --format \
        --style --details --quick --texts --links --previous --output-dir --max-chars --exit-code
      ;;
  esac
}

# The branches of a repository, local and remote.
_l10n_drift_branches() {
  git -C "${1/#\~/$HOME}" for-each-ref --format='%(refname:strip=2)' \
    refs/heads refs/remotes 2>/dev/null
}

# Reads the words before the current one: prints the command, if it is there, and the repository.
_l10n_drift_read_words() {
  local i option command='' repository=.
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      -C | -o | --repo | --base | --branch | --since | --source-lang | --granularity | \
        --config | --output | --color | --threads | --lang | --include | --exclude | \
        --min-severity | --format | --style | --links | --previous | --output-dir | \
        --max-chars | --fail-on | --target | --sort | --reason)
        option=${COMP_WORDS[i]}
        [[ ${COMP_WORDS[i + 1]} == = ]] && i=$((i + 1))
        [[ $option == -C || $option == --repo ]] && repository=${COMP_WORDS[i + 1]}
        i=$((i + 1))
        ;;
      report | status | check | diff | languages | init | pins | reviewed | touches)
        command=${command:-${COMP_WORDS[i]}}
        ;;
    esac
  done
  printf '%s\n' "$command" "$repository"
}

_l10n_drift() {
  local current=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]} command repository
  # bash breaks words at '=': `--format=js` comes as three of them.
  if [[ $current == = ]]; then
    current=''
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  { read -r command && read -r repository; } < <(_l10n_drift_read_words)

  COMPREPLY=()
  case $option in
    -C | --repo | --output-dir) _l10n_drift_offer_paths -d "$current" ;;
    -o | --output | --config | --previous) _l10n_drift_offer_paths -f "$current" ;;
    --source-lang | --threads | --include | --exclude | --max-chars | --reason) ;;
    --base | --target) _l10n_drift_offer "$current" < <(_l10n_drift_branches "$repository") ;;
    --branch | --since)
      _l10n_drift_offer "$current" < <(
        [[ $command == languages || $command == init ]] || echo auto
        _l10n_drift_branches "$repository"
      )
      ;;
    --format)
      case $command in
        check) _l10n_drift_offer "$current" < <(printf '%s\n' text json github) ;;
        languages | status) _l10n_drift_offer "$current" < <(printf '%s\n' text json) ;;
        *) _l10n_drift_offer "$current" < <(printf '%s\n' issue text json csv) ;;
      esac
      ;;
    --fail-on)
      _l10n_drift_offer "$current" < <(
        printf '%s\n' lost forgotten left_behind copy orphaned was_behind not_compared never \
          unknown invalid_baseline outdated partially_updated renamed deleted
      )
      ;;
    --sort) _l10n_drift_offer "$current" < <(printf '%s\n' path age size severity) ;;
    --style) _l10n_drift_offer "$current" < <(printf '%s\n' shortstat compact) ;;
    --granularity) _l10n_drift_offer "$current" < <(printf '%s\n' block file) ;;
    --min-severity)
      _l10n_drift_offer "$current" < <(printf '%s\n' cosmetic minor substantive)
      ;;
    --color) _l10n_drift_offer "$current" < <(printf '%s\n' auto always never) ;;
    --links) _l10n_drift_offer "$current" < <(echo none) ;;
    --lang) _l10n_drift_offer "$current" < <(echo all) ;;
    *)
      if [[ $current == -* ]]; then
        _l10n_drift_offer "$current" < <(_l10n_drift_options "$command")
      elif [[ -n $command && $command != languages && $command != init ]]; then
        _l10n_drift_offer_paths -f "$current"
      elif [[ -z $command ]]; then
        _l10n_drift_offer "$current" < <(
          printf '%s\n' report status check diff languages init pins reviewed touches help
        )
      fi
      ;;
  esac
}

complete -F _l10n_drift l10n-drift
