#include "render/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "l10n_drift/version.h"

namespace l10n_drift {
namespace {

std::string without_version(std::string text) {
  const std::string version = std::string("\"") + kVersion + '"';
  const std::size_t at = text.find(version);
  return at == std::string::npos ? text : text.replace(at, version.size(), "\"0.0.0\"");
}

}  // namespace

void expect_golden(const std::string& name, const std::string& rendered) {
  const std::string actual = without_version(rendered);
  const std::string path = std::string(L10N_DRIFT_GOLDEN_DIR) + '/' + name;
  if (std::getenv("L10N_DRIFT_ACCEPT") != nullptr) {
    std::ofstream out(path, std::ios::binary);
    ASSERT_TRUE(out << actual << std::flush) << "cannot write " << path;
    GTEST_SKIP() << "accepted " << path;
  }
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << "cannot read " << path;
  const std::string expected((std::istreambuf_iterator<char>(in)), {});
  EXPECT_EQ(actual, expected) << "L10N_DRIFT_ACCEPT=1 rewrites " << path;
}

}  // namespace l10n_drift
