#include "text/shell.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace l10n_drift {
namespace {

struct PipeCloser {
  void operator()(FILE* pipe) const { pclose(pipe); }
};

// What bash makes of `word` as the one argument of a command.
std::string read_by_bash(const std::string& word) {
  // A script from a file descriptor, so that /bin/sh does not read the word first.
  const std::string command = "bash -s <<'END_OF_SCRIPT'\nprintf %s " + word + "\nEND_OF_SCRIPT";
  const std::unique_ptr<FILE, PipeCloser> pipe(popen(command.c_str(), "r"));
  std::string output;
  std::array<char, 256> buffer{};
  while (const std::size_t count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), count);
  }
  return output;
}

TEST(ShellQuote, QuotesOnlyWhereNeeded) {
  struct Case {
    const char* word;
    const char* expected;
  };
  const Case cases[] = {
      {"content/ko/a-b_c.1.md", "content/ko/a-b_c.1.md"},
      {"0123abcd:content/en/a.md", "0123abcd:content/en/a.md"},
      {"origin/main", "origin/main"},
      {"HEAD~2", "'HEAD~2'"},
      {"", "''"},
      {"a b", "'a b'"},
      {"it's", R"('it'\''s')"},
      {"$(rm x) `rm x` \"", R"('$(rm x) `rm x` "')"},
      {"a\\b", R"('a\b')"},
      {"a\nb", R"($'a\nb')"},
      {"caf\xE9's", R"($'caf\351\'s')"},
      {"\u202Egnp", R"($'\342\200\256gnp')"},
      {"\xED\x95\x9C", "'\xED\x95\x9C'"},
      {"##[error]", R"($'\043#[error]')"},
  };
  for (const Case& c : cases) EXPECT_EQ(shell_quote(c.word), c.expected) << c.word;
}

TEST(ShellQuote, IsReadBackByAShell) {
  const char* const words[] = {
      "plain",
      "a b",
      "it's",
      "''",
      "$(echo x) `echo x` $HOME \"x\" \\",
      "a\nb\tc",
      "caf\xE9's\\n",
      "\x01'\x7F\"",
      "*?[a]{b,c}",
      "!x",
      "~",
      "#x",
      "a;b&c|d<e>f(g)",
  };
  for (const char* word : words) EXPECT_EQ(read_by_bash(shell_quote(word)), word);
}

}  // namespace
}  // namespace l10n_drift
