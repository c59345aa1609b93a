// Reads configurations on behalf of config_schema_test.py: for each line of input, the text of one,
// prints "ok", or what is wrong with it.

#include <iostream>
#include <string>

#include "l10n_drift/error.h"
#include "site/config.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    try {
      l10n_drift::parse_config(line, "x");
      std::cout << "ok\n";
    } catch (const l10n_drift::Error& error) {
      std::cout << error.what() << (error.hint().empty() ? "" : " | ") << error.hint() << '\n';
    }
  }
}
