# Names that a C++ file declares with `using NAMESPACE::NAME;` or `namespace NAME = ...;` and does
# not use: awk -f .ci/unused_names.awk FILE...; the exit status is 1 if there are any.
#
# For misc-unused-using-decls and misc-unused-alias-decls of clang-tidy a file would have to be
# compiled by itself. In joined sources, a name that one file declares may be used in another.

function report(name) {
  for (name in declared) {
    if (text !~ ("(^|[^A-Za-z0-9_])" name "([^A-Za-z0-9_]|$)")) {
      printf "%s:%d: '%s' is declared and not used\n", file, declared[name], name
      found = 1
    }
  }
}

FNR == 1 {
  report()
  split("", declared)
  text = ""
  file = FILENAME
}

{ sub(/\/\/.*/, "") }

/^ *using [A-Za-z0-9_:]+::[A-Za-z0-9_]+;/ {
  sub(/;.*/, "")
  sub(/.*::/, "")
  declared[$0] = FNR
  next
}

/^ *namespace [A-Za-z0-9_]+ = / { declared[$2] = FNR; next }

{ text = text "\n" $0 }

END {
  report()
  exit found
}
