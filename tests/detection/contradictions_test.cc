#include "detection/contradictions.h"

#include <gtest/gtest.h>

#include <string>

#include "markdown/blocks_of.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

// Whether a paragraph contradicts its translation, between two that do not.
bool contradicts(const std::string& source, const std::string& translation) {
  const auto around = [](const std::string& text) {
    return "# A {#a}\n\nIt is `one` and 11.\n\n" + text +
           "\n\nIt is `two` and 22.\n\nIt is `six` and 66.\n";
  };
  const SharedPage a = shared_page(around(source));
  const SharedPage b = shared_page(around(translation));
  const auto found = find_contradictions(*a, *b, align_pages(*a, *b));
  return found == std::vector<std::size_t>{2};
}

struct Row {
  const char* source;
  const char* translation;
  bool contradicts;
};

TEST(Contradictions, AreOneThingInThePlaceOfAnother) {
  const Row rows[] = {
      {"Wait for 60 seconds.", "30초 기다린다.", true},
      {"Wait for 60 seconds.", "60초 기다린다.", false},
      {"Wait for 60 seconds.", "1분 기다린다.", true},
      {"Wait for 60 seconds.", "기다린다.", false},
      {"Wait.", "30초 기다린다.", false},
      {"At least 1 million.", "최소 100만.", false},
      {"At 3 in the afternoon.", "15시에.", false},
      {"Versions 1.21 and 1.22.", "버전 1.21과 1.20.", true},
      {"Versions 1.21 and 1.22.", "버전 1.19와 1.20.", false},
      {"Set `--new-name` first.", "`--old-thing`을 설정한다.", true},
      {"Set `--new-name` first.", "`이름`을 설정한다.", false},
      {"Set `timestamp` first.", "`timestmap`을 설정한다.", false},
      {"It is `true` or `false`.", "`ture`이거나 `false`이다.", false},
      {"Set `--mode` and `--name`, then `--mode` again.",
       "`--mode`, `--name`, `--name`을 설정한다.", true},
      {"Go to `<web-base>` again.", "`site/website`로 간다.", false},
      {"See `/content/en/docs`.", "`/content/ko/docs`를 본다.", false},
      {"Run `<name>` first.", "`<nome>`을 실행한다.", false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(contradicts(row.source, row.translation), row.contradicts)
        << row.source << " / " << row.translation;
  }
}

TEST(Contradictions, OfParagraphsAreInTheirLengths) {
  const std::string longer =
      "The mill grinds corn all day, and all night if there is water, and nobody has to see to it. "
      "In winter it stands still.";
  EXPECT_TRUE(contradicts(longer, "빨간 손잡이를 누른다."));
  EXPECT_FALSE(contradicts(longer,
                           "방앗간은 물이 있으면 밤낮으로 곡식을 빻으며, 아무도 돌볼 필요가 "
                           "없다. 겨울에는 멈춘다."));
  EXPECT_FALSE(contradicts("Press the red lever.", "누른다."));
  EXPECT_FALSE(contradicts("- " + longer, "- 빨간 손잡이를 누른다."));
}

TEST(Contradictions, OfCodeAreInItsWords) {
  const auto code = [](const std::string& line) { return "```\nmill start\n" + line + "\n```"; };
  const Row rows[] = {
      {"mill apply x.yaml", "mill start x.yaml", true},
      {"mill apply x.yaml", "mill apply x.yaml", false},
      {"mill wait # for it", "mill wait # 기다린다", false},
      {"echo \"all done\"", "echo \"alles fertig\"", false},
      {"get <your-name>", "get <dein-Name>", false},
      {"name: mill", "name: 방앗간", false},
      {"lang: en", "lang: ko", false},
      {"mill apply x.yaml", "mill create -f y.yaml", false},
      {"wait: 30", "wait: 60", true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(contradicts(code(row.source), code(row.translation)), row.contradicts)
        << row.source << " / " << row.translation;
  }
}

// A word that the source's language does not have may be the translator's.
TEST(Contradictions, AreOfWordsThatNobodyTranslates) {
  const std::string prose =
      "Dies ist ein langer Text in lateinischen Buchstaben, von Hand gemacht.\n\n";
  const auto found = [&](const std::string& source, const std::string& translation) {
    const auto page = [](const std::string& text, const std::string& code) {
      return shared_page("# A {#a}\n\n" + text + "```\n" + code + "\n```\n\nIt is `two` and 22.\n");
    };
    const SharedPage a = page("This is a long text, with create in it.\n\n", source);
    const SharedPage b = page(prose, translation);
    return find_contradictions(*a, *b, align_pages(*a, *b)).size();
  };
  EXPECT_EQ(found("get dog\nend", "get hund\nend"), 0u);
  EXPECT_EQ(found("mill apply x\nend", "mill create x\nend"), 1u);
}

}  // namespace
}  // namespace l10n_drift
