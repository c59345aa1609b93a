#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace l10n_drift {

// The one exception of the library: something that the user has to know of. The program prints
// it as `l10n-drift: error: <message>`, then `l10n-drift: hint: <hint>` where there is one.
//
// A message is one line: lower case, the user's input in single quotes, no full stop. A hint names
// the command or the option that mends it; lines below its first give what a file shall say.
// Absence is no error: it is a `std::optional`.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}

  // Empty where there is nothing to advise.
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

}  // namespace l10n_drift
