#pragma once

#include <stdexcept>
#include <string_view>

// A fuzz target is one file that defines `run_target`. Two programs can be made of it: with
// libfuzzer.cc, and libFuzzer makes up the inputs; or with replay.cc, which goes through those that
// are kept in testdata/fuzz/, in every build and with every compiler.

namespace l10n_drift {

// What a target found wrong with the functions that it tries. libFuzzer stops at any exception and
// keeps the input.
class Violation : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

// Throws Violation unless `holds`. Unlike assert it is there in release builds, too.
inline void require(bool holds, const char* statement) {
  if (!holds) throw Violation(statement);
}

// Gives the input to the functions of the target and holds what comes back against what their
// headers promise. Returns for every input if they keep it.
void run_target(std::string_view input);

}  // namespace l10n_drift
