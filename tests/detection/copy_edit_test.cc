#include "detection/copy_edit.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

bool is_copy_edit(std::string_view old_text, std::string_view new_text) {
  return l10n_drift::is_copy_edit(old_text, new_text, Grammar("en"));
}

// In the middle of enough words for one place to be allowed.
bool is_edit(const std::string& old_word, const std::string& new_word) {
  return is_copy_edit("these are the words " + old_word + " and these the others",
                      "these are the words " + new_word + " and these the others");
}

TEST(CopyEdit, IsToldByForm) {
  struct Case {
    const char* old_word;
    const char* new_word;
  };
  const Case edits[] = {
      {"recieve", "receive"},
      {"explaind", "explained"},
      {"specifing", "specifying"},
      {"incluides", "includes"},
      {"pod", "pods"},
      {"deploy", "deployed"},
      {"creates", "created"},
      {"a", "an"},
      {"a", ""},
      {"the", ""},
      {"run", "running"},
      {"and", "and and"},
      {"Netlify", "netlify"},
      {"re-run", "rerun"},
      {"set-up", "set up"},
      {"conflict,", "conflict;"},
      {"(so)", "so"},
      {"dont", "don't"},
  };
  for (const Case& c : edits) {
    EXPECT_TRUE(is_edit(c.old_word, c.new_word)) << c.old_word << " " << c.new_word;
    EXPECT_TRUE(is_edit(c.new_word, c.old_word)) << c.new_word << " " << c.old_word;
  }
  const Case others[] = {
      {"now", "not"},
      {"can", "can't"},
      {"can", "cannot"},
      {"must", "most"},
      {"node", "mode"},
      {"typical", "atypical"},
      {"import", "export"},
      {"include", "exclude"},
      {"no", ""},
      {"not", ""},
      {"useful", "useless"},
      {"a", "b"},
      {"to the", ""},
      {"before", ""},
      {"and", "or"},
      {"<", ">"},
      {"+", ""},
      {"한국어를", "한국어는"},
      {"word", "word another"},
      {"enable", "disable"},
  };
  for (const Case& c : others) {
    EXPECT_FALSE(is_edit(c.old_word, c.new_word)) << c.old_word << " " << c.new_word;
    EXPECT_FALSE(is_edit(c.new_word, c.old_word)) << c.new_word << " " << c.old_word;
  }
}

TEST(CopyEdit, IsInFewPlaces) {
  EXPECT_TRUE(is_copy_edit("Prerequsites", "Prerequisites"));
  EXPECT_FALSE(is_copy_edit("smal errors evrywhere in wrods", "small errors everywhere in words"));
  EXPECT_TRUE(is_copy_edit("Every Word In Capitals", "every word in capitals"));
  EXPECT_FALSE(is_copy_edit("Pods to nodes", "Pods nodes")) << "no sentence";
}

}  // namespace
}  // namespace l10n_drift
