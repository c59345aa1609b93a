#pragma once

#include <string>

#include "l10n_drift/error.h"

namespace l10n_drift {

// What an action's Error says to the user: "message | hint"; "no error" if it throws none.
template <typename Action>
std::string error_text(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what() + (" | " + error.hint());
  }
  return "no error";
}

}  // namespace l10n_drift
