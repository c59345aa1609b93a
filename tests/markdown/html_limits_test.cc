#include "markdown/html_limits.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

// A thousand times the same.
std::string thousand(const std::string& piece) {
  std::string page;
  for (int i = 0; i < 1000; ++i) page += piece;
  return page;
}

TEST(HtmlLimits, LeaveRoomForWhatPeopleWrite) {
  const char* pieces[] = {
      "<p>a",
      "<div><b>a</b></div>",
      "<ul><li>a<li>b</ul>",
      "<table><tr><td>a<td>b<tr><td>c</table>",
      "<tr><td>a</td></tr>",
      "<br><img src=a><input>",
      "<script>\"<div>\"</script>",
      "<title><b></title>",
      "<!-- <div> -->",
      "<a b='>' c=\"<div>\">d</a>",
      "<svg><path/><g/></svg>",
      "<dl><dt>a<dd>b</dl>",
      "<select><option>a<option>b</select>",
      "a < b",
      "<?a <b>?>",
      "<p>a</div>",
  };
  for (const char* piece : pieces) EXPECT_FALSE(is_entangled_html(thousand(piece))) << piece;
  EXPECT_FALSE(is_entangled_html(""));
  EXPECT_FALSE(is_entangled_html("<"));
  EXPECT_FALSE(is_entangled_html("<a b="));
  EXPECT_FALSE(is_entangled_html("<a b='"));
}

TEST(HtmlLimits, AreForWhatNobodyWrites) {
  const char* pieces[] = {
      "<div>",
      "<DIV>",
      "<ul><li>",
      "<b><table><td></b></td></table>",
      "<a \"><b></a>",
      "<!--><b>-->",
      "<svg><style><p><b></style></svg>",
  };
  for (const char* piece : pieces) EXPECT_TRUE(is_entangled_html(thousand(piece))) << piece;
  EXPECT_TRUE(is_entangled_html("<a" + thousand(" b") + ">"));
  EXPECT_TRUE(is_entangled_html("<a" + thousand(" b='c'") + ">"));
}

}  // namespace
}  // namespace l10n_drift
