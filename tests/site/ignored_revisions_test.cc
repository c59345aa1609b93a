#include "site/ignored_revisions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

const std::string kOnes(40, '1');
const std::string kMixedCase = "0123456789abcdefABCDEF0123456789abcdefAB";
const std::string kSmallCase = "0123456789abcdefabcdef0123456789abcdefab";

std::vector<IgnoredRevision> read_revisions(const std::string& text) {
  return parse_ignored_revisions(text, kIgnoredRevisionsName);
}

// The message, and the hint behind " | ".
std::string revisions_error(const std::string& text) {
  try {
    read_revisions(text);
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "no error";
}

TEST(IgnoredRevisions, AreNamedOneALine) {
  struct Case {
    std::string text;
    std::vector<IgnoredRevision> expected;
  };
  for (const Case& c : std::vector<Case>{
           {"", {}},
           {"\n\r\n \t\n# nothing\n#\n", {}},
           {kOnes, {{kOnes, 1}}},
           {kOnes + "\n", {{kOnes, 1}}},
           {kMixedCase + "\r\n", {{kSmallCase, 1}}},
           {"\xEF\xBB\xBF" + kOnes, {{kOnes, 1}}},
           {"# All pages moved\r\n\r\n \t" + kOnes + " # why\r\n" + kSmallCase + "#why\r\n",
            {{kOnes, 3}, {kSmallCase, 4}}},
           {kSmallCase + "\n" + kOnes + "\n" + kSmallCase,
            {{kSmallCase, 1}, {kOnes, 2}, {kSmallCase, 3}}},
       }) {
    EXPECT_EQ(read_revisions(c.text), c.expected) << c.text;
  }
}

TEST(IgnoredRevisions, AnythingElseIsAnErrorWithItsLine) {
  const std::string place = "'.l10n-drift-ignore-revs' line ";
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& c : std::vector<Case>{
           {"# one\n\nabc\n", place + "3: 'abc' is no full commit hash | git rev-parse abc"},
           {kOnes + "\r\n" + kOnes + "1\r\n",
            place + "2: '" + kOnes + "1' is no full commit hash | git rev-parse " + kOnes + "1"},
           {kOnes + " " + kOnes, place + "1: '" + kOnes + " " + kOnes +
                                     "' is no full commit hash | git rev-parse '" + kOnes + " " +
                                     kOnes + "'"},
           {"v1.0^{}", place + "1: 'v1.0^{}' is no full commit hash | git rev-parse 'v1.0^{}'"},
           {kOnes.substr(1) + "g", place + "1: '" + kOnes.substr(1) +
                                       "g' is no full commit hash | git rev-parse " +
                                       kOnes.substr(1) + "g"},
           {"; touch x",
            place + "1: '; touch x' is no full commit hash | git rev-parse '; touch x'"},
           {"a\x1B[31m",
            place + "1: 'a\\033[31m' is no full commit hash | git rev-parse $'a\\033[31m'"},
           // Unlike in other files, a mark for a comment takes no blank before it, and `//` is
           // none.
           {"// x", place + "1: '// x' is no full commit hash | git rev-parse '// x'"},
       }) {
    EXPECT_EQ(revisions_error(c.text), c.expected) << c.text;
  }
}

TEST(IgnoredRevisions, ErrorsStayOnOneLineWhateverThePlace) {
  try {
    parse_ignored_revisions("x", "main:a\n");
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "'main:a\\n' line 1: 'x' is no full commit hash");
  }
}

}  // namespace
}  // namespace l10n_drift
