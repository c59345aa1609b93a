#include "markdown/containers.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(Containers, AreLinesOfTheirOwn) {
  struct Case {
    const char* line;
    const char* normal;  // With the title behind a bar; null for what is none.
  };
  const Case cases[] = {
      {":::note", "note|"},
      {":::", "/|"},
      {"  > :::::  ", "/|"},
      {"::: tip", "tip|"},
      {":::tip[A *b*]", "tip|A *b*"},
      {":::tip[A [b](c)]{#d}", "tip #d|A [b](c)"},
      {":::tip{icon=\"x\"}", "tip icon=\"x\"|"},
      {":::warning Mind the gap", "warning|Mind the gap"},
      {"::: details A {open}", "details|A {open}"},
      {":::{note} A", "note|A"},
      {":::tip[A", "tip|[A"},
      {"::", nullptr},
      {":::a:b", nullptr},
      {"::: (a)", nullptr},
      {"a :::note", nullptr},
      {"", nullptr},
  };
  for (const Case& c : cases) {
    const auto container = container_of(c.line);
    ASSERT_EQ(container.has_value(), c.normal != nullptr) << c.line;
    if (container) EXPECT_EQ(container->normal + "|" + container->words, c.normal) << c.line;
  }
}

}  // namespace
}  // namespace l10n_drift
