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
  EXPECT_TRUE(Grammar("en").is_function_word("the"));
  for (const char* word : {"not", "no", "never", "before", "only", "may", ""}) {
    EXPECT_FALSE(Grammar("en").is_function_word(word)) << word;
  }
  EXPECT_FALSE(Grammar("de").is_function_word("was"));
  EXPECT_FALSE(Grammar("xx").is_function_word("the"));
}

}  // namespace
}  // namespace l10n_drift
