#include "markdown/link_value.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(LinkValue, IsAnAddressThatStandsByItself) {
  for (const char* value : {"https://example.com/a", "http://example.com", "/docs/a/", "/docs/a#b",
                            "https://example.com/?a=b", "/docs/a.html"}) {
    EXPECT_TRUE(is_page_address(value)) << value;
  }
  for (const char* value : {"", "a.md", "docs/a", "../a", "ftp://a", "See /docs/a", "/a and /b",
                            "/images/a.png", "https://example.com/a.svg#b", "true", "1.2"}) {
    EXPECT_FALSE(is_page_address(value)) << value;
  }
}

TEST(LinkValue, IsNamedInTheArgument) {
  for (const char* name : {"link", "full_link", "href", "url", "site-url", "Link"}) {
    EXPECT_TRUE(is_link_argument(name)) << name;
  }
  for (const char* name : {"", "file", "src", "linktitle", "link_title", "curl", "blink"}) {
    EXPECT_FALSE(is_link_argument(name)) << name;
  }
}

}  // namespace
}  // namespace l10n_drift
