#include "system_error.h"

#include <cctype>
#include <system_error>

namespace l10n_drift {

std::string error_words(int code) {
  std::string text = std::generic_category().message(code);
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace l10n_drift
