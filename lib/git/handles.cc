#include "git/handles.h"

#include <algorithm>

namespace l10n_drift {

std::string last_git_error() {
  const git_error* const error = git_error_last();
  std::string message = error == nullptr ? "unknown error" : error->message;
  std::replace(message.begin(), message.end(), '\n', ' ');
  return message;
}

}  // namespace l10n_drift
