#include "site/language_code.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

TEST(LanguageCode, IsTwoOrThreeSmallLettersAndParts) {
  for (const char* code : {"ko", "fil", "pt-br", "pt_BR", "zh_CN", "zh-Hant", "zh-Hant-TW",
                           "zh_Hant-TW", "es-419", "sr-latn", "de-1996", "api"}) {
    EXPECT_TRUE(is_language_code(code)) << code;
  }
  for (const char* code : {"", "k", "docs", "KO", "Ko", "k1", "pt_", "pt-", "pt--br", "pt-_br",
                           "-br", "_br", "ko.1", "ko/", "pt+br", "pt-b\xC3\xA9", "ko "}) {
    EXPECT_FALSE(is_language_code(code)) << code;
  }
}

TEST(LanguageCode, IsCommonIfItBeginsWithOneOfIso6391) {
  for (const char* code : {"aa", "ko", "pt_BR", "zh-Hant", "sr-latn", "es-419", "id", "zu"}) {
    EXPECT_TRUE(is_common_language_code(code)) << code;
  }
  for (const char* code :
       {"", "api", "cli", "fil", "jp", "cn", "js", "ui", "KO", "korean", "ko+"}) {
    EXPECT_FALSE(is_common_language_code(code)) << code;
  }
}

TEST(MeantLanguage, IsTheOnlyOneThatCanBeMeant) {
  struct Case {
    std::string code;
    std::vector<std::string> candidates;
    std::optional<std::string> meant;
  };
  const std::vector<Case> cases = {
      {"ko", {"ja", "ko"}, "ko"},
      {"KO", {"ja", "ko"}, "ko"},
      {"ko-KR", {"ja", "ko"}, "ko"},
      {"ko_kr", {"ja", "ko"}, "ko"},
      {"ko-KR", {"ko", "ko-KR"}, "ko-KR"},
      {"ko-kr", {"ko", "ko_KR"}, "ko_KR"},
      {"KO", {"ko", "ko-kr"}, "ko"},
      {"pt-br", {"pt-pt", "pt_BR"}, "pt_BR"},
      {"es-419", {"es"}, "es"},
      // Two may be meant.
      {"zh-cn", {"zh-CN", "zh_CN"}, {}},
      {"ko-KR", {"ko", "ko-kp"}, {}},
      // Another one is there.
      {"pt-br", {"pt-pt"}, {}},
      {"zh-tw", {"zh"}, {}},
      {"zh-Hant", {"zh"}, {}},
      {"sr-latn", {"sr"}, {}},
      {"pt", {"pt-br"}, {}},
      {"kr", {"ko"}, {}},
      {"ko", {}, {}},
      {"", {"ko"}, {}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(meant_language(c.code, c.candidates), c.meant)
        << c.code << " in " << testing::PrintToString(c.candidates);
  }
}

TEST(NearestLanguage, IsTheOneThatWasProbablyMeant) {
  const std::vector<std::string> sites = {"de", "es-419", "fil", "ja", "ko", "pt_BR", "zh-tw"};
  struct Case {
    std::string code;
    std::string nearest;
  };
  const std::vector<Case> cases = {
      {"pt-br", "pt_BR"}, {"PT_br", "pt_BR"}, {"pt", "pt_BR"}, {"pt-pt", "pt_BR"},
      {"br", "pt_BR"},    {"tw", "zh-tw"},    {"zh", "zh-tw"}, {"zh-Hant-TW", "zh-tw"},
      {"es", "es-419"},   {"jp", "ja"},       {"kr", "ko"},    {"kor", "ko"},
      {"fli", "fil"},     {"de-AT", "de"},
  };
  for (const Case& c : cases) EXPECT_EQ(nearest_language(c.code, sites), c.nearest) << c.code;
  for (const char* code : {"fr", "Korean", "api", ""}) {
    EXPECT_EQ(nearest_language(code, sites), std::nullopt) << code;
  }
}

}  // namespace
}  // namespace l10n_drift
