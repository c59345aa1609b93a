#include "detection/grammar.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Grammar, KnowsTheFormsOfAWord) {
  struct Case {
    const char* language;
    const char* a;
    const char* b;
  };
  const Case cases[] = {
      {"en", "allow", "allowing"},
      {"en", "update", "updating"},
      {"en", "pod", "pods"},
      {"en", "run", "running"},
      {"en", "study", "studied"},
      {"en", "studies", "studying"},
      {"en", "policy", "policies"},
      {"en", "stop", "stopped"},
      {"en", "use", "used"},
      {"en", "using", "uses"},
      {"en", "die", "dying"},
      {"en", "process", "processes"},
      {"en", "operate", "operated"},
      {"en", "operation", "operations"},
      {"en", "install", "installed"},
      {"en", "dependency", "dependencies"},
      {"en", "similar", "similarly"},
      {"en", "complete", "completely"},
      {"en", "automatic", "automatically"},
      {"en-us", "node", "nodes"},
      {"en_GB", "write", "writing"},
      {"de", "datei", "dateien"},
      {"de", "knoten", "knotens"},
      {"fr", "fichier", "fichiers"},
      {"pt-br", "arquivo", "arquivos"},
      {"es", "archivo", "archivos"},
      {"ru", "\u0444\u0430\u0439\u043B", "\u0444\u0430\u0439\u043B\u044B"},
  };
  for (const Case& c : cases) {
    const Grammar grammar(c.language);
    EXPECT_TRUE(grammar.are_inflections(c.a, c.b)) << c.a << ' ' << c.b;
    EXPECT_TRUE(grammar.are_inflections(c.b, c.a)) << c.b << ' ' << c.a;
  }
}

TEST(Grammar, TellsThemFromOtherWords) {
  struct Case {
    const char* language;
    const char* a;
    const char* b;
  };
  const Case cases[] = {
      {"en", "operator", "operation"},
      {"en", "operate", "operator"},
      {"en", "import", "important"},
      {"en", "use", "useful"},
      {"en", "useful", "useless"},
      {"en", "universe", "university"},
      {"en", "organ", "organization"},
      {"en", "different", "difference"},
      {"en", "dependent", "dependency"},
      {"en", "contain", "container"},
      {"en", "deploy", "deployment"},
      {"en", "install", "installer"},
      {"en", "general", "generalize"},
      {"en", "hard", "hardly"},
      {"en", "late", "lately"},
      {"en", "scarce", "scarcely"},
      {"en", "relative", "relation"},
      {"en", "policy", "police"},
      {"en", "enable", "disable"},
      {"en", "no", "not"},
      {"en", "new", "newer"},
      {"en", "node", "mode"},
      // Nothing is known of these languages.
      {"zh-cn", "pods", "pod"},
      {"ko", "pods", "pod"},
      {"xx", "pods", "pod"},
      {"", "pods", "pod"},
      {"\xFF", "pods", "pod"},
  };
  for (const Case& c : cases) {
    const Grammar grammar(c.language);
    EXPECT_FALSE(grammar.are_inflections(c.a, c.b)) << c.a << ' ' << c.b;
    EXPECT_FALSE(grammar.are_inflections(c.b, c.a)) << c.b << ' ' << c.a;
  }
}

TEST(Grammar, KnowsFunctionWordsOfEnglishAlone) {
  for (const char* word : {"the", "in", "your", "which", "will"}) {
    EXPECT_TRUE(Grammar("en").is_function_word(word)) << word;
  }
  for (const char* word : {"not", "no", "never", "before", "only", "may", "or", "if", "from", ""}) {
    EXPECT_FALSE(Grammar("en").is_function_word(word)) << word;
  }
  EXPECT_FALSE(Grammar("de").is_function_word("was"));
  EXPECT_FALSE(Grammar("xx").is_function_word("the"));
}

TEST(Grammar, KnowsWhereAnAdjectiveMayStand) {
  const Grammar grammar("en");
  for (const char* word : {"the", "of", "with", "your"}) {
    EXPECT_TRUE(grammar.may_stand_before_noun(word)) << word;
  }
  for (const char* word : {"is", "to", "will", "install", ""}) {
    EXPECT_FALSE(grammar.may_stand_before_noun(word)) << word;
  }
  EXPECT_FALSE(Grammar("de").may_stand_before_noun("the"));
}

TEST(Grammar, KnowsWhatAdjectivesEndWith) {
  const Grammar grammar("en");
  for (const char* word : {"additional", "basic", "useful", "various", "possible", "interactive"}) {
    EXPECT_TRUE(grammar.looks_like_adjective(word)) << word;
  }
  for (const char* word : {"disable", "pod", "al", "install", "deployment", ""}) {
    const bool is_one = grammar.looks_like_adjective(word) && !grammar.negates(word);
    EXPECT_FALSE(is_one) << word;
  }
  EXPECT_FALSE(Grammar("de").looks_like_adjective("additional"));
}

TEST(Grammar, TakesForNegationWhatMayBeOne) {
  const Grammar grammar("en");
  for (const char* word : {"no", "not", "never", "only", "unsupported", "stateless", "disable"}) {
    EXPECT_TRUE(grammar.negates(word)) << word;
  }
  for (const char* word : {"new", "internal", "the", ""}) {
    EXPECT_FALSE(grammar.negates(word)) << word;
  }
}

}  // namespace
}  // namespace l10n_drift
