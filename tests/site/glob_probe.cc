// Asks GlobSet on behalf of glob_oracle_test.py. Reads lines, the first byte of which is a command:
//
//     =           start a new list of patterns
//     +PATTERN    add a pattern to it
//     ?PATH       print "1" if the list matches the path, else "0"

#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "site/glob.h"

int main() {
  std::vector<std::string> patterns;
  std::optional<l10n_drift::GlobSet> globs;
  for (std::string line; std::getline(std::cin, line);) {
    const std::string argument = line.substr(line.empty() ? 0 : 1);
    if (line.starts_with('=')) {
      patterns.clear();
      globs.reset();
    } else if (line.starts_with('+')) {
      patterns.push_back(argument);
      globs.reset();
    } else if (line.starts_with('?')) {
      if (!globs) globs.emplace(patterns);
      std::cout << (globs->matches(argument) ? "1\n" : "0\n");
    } else {
      std::cerr << "unknown command: " << line << '\n';
      return 2;
    }
  }
}
