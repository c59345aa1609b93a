#include <gtest/gtest.h>

#include "l10n_drift/render.h"
#include "render/golden.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

// The only row's fields up to the status.
std::string start_of_row(const std::string& source, const std::string& translation) {
  FileReport file;
  file.language = "ko";
  file.source = source;
  file.translation = translation;
  const std::string csv = render_csv(make_report({file}));
  const std::size_t begin = csv.find("\r\n") + 2;
  return csv.substr(begin, csv.find(",unknown,") - begin);
}

TEST(Csv, Golden) { expect_golden("report.csv", render_csv(sample_report())); }

TEST(Csv, QuotesFieldsOnlyWhereNeeded) {
  struct Case {
    const char* path;
    const char* field;
  };
  const Case cases[] = {
      {"a.md", "a.md"},
      {"a b.md", "a b.md"},
      {"=1+1", "=1+1"},
      {"a,b", "\"a,b\""},
      {"say \"hi\"", "\"say \"\"hi\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"a\rb", "\"a\rb\""},
      {" a", "\" a\""},
      {"a ", "\"a \""},
      {"\xED\x95\x9C", "\xED\x95\x9C"},
      {"caf\xE9", R"("""caf\351""")"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(start_of_row(c.path, "t"), std::string("ko,") + c.field + ",t") << c.path;
    EXPECT_EQ(start_of_row("s", c.path), std::string("ko,s,") + c.field) << c.path;
  }
}

TEST(Csv, IsAHeaderAloneWithoutFiles) {
  EXPECT_EQ(render_csv(make_report({})),
            "language,source,translation,status,insertions,deletions,binary,verbatim,renamed_to,"
            "similarity,baseline_commit,baseline_blob,baseline_method,last_touch_commit,"
            "last_touch_date,severity,open_changes,draft,alignment\r\n");
}

}  // namespace
}  // namespace l10n_drift
