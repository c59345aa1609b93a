#include "render/diff_command.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(DiffCommand, NamesWhatTheUserNamedInTheOrderOfTheManual) {
  const std::vector<std::string> options = {"--config", "my file"};
  const std::string translation = "content/ko/a.md";
  EXPECT_EQ(diff_command({"main", "topic", {}, {}, translation}),
            "l10n-drift diff --base main --branch topic content/ko/a.md");
  EXPECT_EQ(diff_command({"main", "topic", Revision{"v1", "x"}, options, translation}),
            "l10n-drift diff --base main --branch topic --since v1 --config 'my file' "
            "content/ko/a.md");
}

TEST(DiffCommand, NoNameCanBeAnotherWordToTheShell) {
  const std::string translation = "a;$(b).md";
  EXPECT_EQ(diff_command({"m n", "it's", Revision{"*", "x"}, {}, translation}),
            "l10n-drift diff --base 'm n' --branch 'it'\\''s' --since '*' 'a;$(b).md'");
}

}  // namespace
}  // namespace l10n_drift
