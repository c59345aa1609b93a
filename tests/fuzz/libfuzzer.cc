#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/target.h"

// The name is libFuzzer's, which declares the function in no header.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const char* const begin = size > 0 ? reinterpret_cast<const char*>(data) : "";
  l10n_drift::run_target(std::string_view(begin, size));
  return 0;
}
