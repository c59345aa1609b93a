#include "markdown/ledger.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "markdown/page_table.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

constexpr char kTable[] = "ledger.txt";

SharedPage parse(const std::string& text) {
  return std::make_shared<const ParsedPage>(parse_page(text).value());
}

// A translation and its source, replayed touch by touch.
class Replay {
 public:
  Replay(const std::string& source, const std::string& translation)
      : source_(parse(source)), translation_(parse(translation)) {
    ledger_.begin(source_, translation_);
  }

  // Both pages as they are after a touch.
  void touch(const std::string& source, const std::string& translation) {
    const SharedPage old_source = move_to(source);
    const SharedPage old_translation = translation_;
    translation_ = parse(translation);
    ledger_.touch(compare_sources(old_source, source_), {old_translation, translation_});
  }

  void finish(const std::string& source) {
    const SharedPage old_source = move_to(source);
    ledger_.finish(compare_sources(old_source, source_), translation_);
  }

  const Ledger& ledger() const { return ledger_; }

  // "changed paragraph, added heading", or "nothing".
  std::string kinds() const {
    std::string list;
    for (const OpenChange& change : ledger_.open()) {
      if (!list.empty()) list += ", ";
      list += std::string(to_string(change.change)) + " " + to_string(block(change).kind);
    }
    return list.empty() ? "nothing" : list;
  }

  // The same with the texts: "changed `Old.` to `New.`, in the translation `Alt.`"
  std::vector<std::string> open() const {
    std::vector<std::string> list;
    for (const OpenChange& change : ledger_.open()) {
      std::string entry = to_string(change.change);
      if (change.old_block) entry += " -" + change.old_block->text;
      if (change.source) entry += " +" + source_->blocks.at(*change.source).text;
      if (change.translation) entry += " =" + translation_->blocks.at(*change.translation).text;
      if (!change.before_last_touch) entry += " (new)";
      list.push_back(entry);
    }
    return list;
  }

 private:
  const Block& block(const OpenChange& change) const {
    return change.source ? source_->blocks.at(*change.source) : *change.old_block;
  }

  SharedPage move_to(const std::string& source) {
    SharedPage old = source_;
    if (source != old->text) source_ = parse(source);
    return old;
  }

  Ledger ledger_;
  SharedPage source_;
  SharedPage translation_;
};

using Entries = std::vector<std::string>;

std::vector<PageRow> read_rows() {
  return read_page_table(kTable, {"new source", "translation", "new translation"});
}

Replay replay(const PageRow& row) {
  Replay history(row.page("", ""), row.page("translation", ""));
  const std::string& source = row.page("new source", "");
  if (row.pages.contains("new translation")) {
    history.touch(source, row.pages.at("new translation"));
  } else {
    history.finish(source);
  }
  return history;
}

TEST(Ledger, LeavesOpenWhatTheTableSays) {
  const std::vector<PageRow> rows = read_rows();
  ASSERT_GT(rows.size(), 40u);
  for (const PageRow& row : rows) {
    const Replay history = replay(row);
    EXPECT_EQ(history.kinds(), row.expectation) << row_name(kTable, row) << "\n"
                                                << testing::PrintToString(history.open());
    EXPECT_EQ(history.ledger().alignment(), Alignment::kGood) << row_name(kTable, row);
  }
}

}  // namespace
}  // namespace l10n_drift
