// A touch of a translation. Lines of '%%' cut the input into up to four pages: the source and the
// translation before the touch, and both after it.

#include "detection/ledger.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "fuzz/target.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

std::string_view cut_page(std::string_view& input) {
  constexpr std::string_view kDivider = "%%\n";
  const std::string_view page = input.substr(0, input.find(kDivider));
  input.remove_prefix(std::min(page.size() + kDivider.size(), input.size()));
  return page;
}

SharedPage parse(std::string_view text, PageKind kind, const SharedPage& earlier = nullptr) {
  auto page = parse_page(text, kind, earlier.get());
  return page ? std::make_shared<const ParsedPage>(*std::move(page)) : nullptr;
}

bool is_same(const Block& a, const Block& b) {
  const auto same_span = [](const Span& x, const Span& y) {
    return x.kind == y.kind && x.begin == y.begin && x.end == y.end && x.target == y.target;
  };
  return a.kind == b.kind && a.level == b.level && a.name == b.name && a.anchor == b.anchor &&
         a.has_written_anchor == b.has_written_anchor && a.source == b.source && a.text == b.text &&
         std::equal(a.spans.begin(), a.spans.end(), b.spans.begin(), b.spans.end(), same_span);
}

// A version of the page that was parsed out of another one.
void check_reparsed(const ParsedPage& reparsed, std::string_view text) {
  const auto parsed = parse_page(text, reparsed.kind);
  require(parsed.has_value(), "a page can be parsed if it can be parsed out of another");
  require(reparsed.text == parsed->text, "a page keeps its text");
  require(reparsed.joints == parsed->joints, "a page has its own joints");
  require(reparsed.blocks.size() == parsed->blocks.size(), "a page has its own blocks");
  for (std::size_t i = 0; i < parsed->blocks.size(); ++i) {
    require(is_same(reparsed.blocks[i], parsed->blocks[i]), "a block says what its page says");
    require(reparsed.blocks.lines(i) == parsed->blocks.lines(i), "a block has its own lines");
    require(reparsed.blocks.heading_above(i) == parsed->blocks.heading_above(i),
            "a block has its own heading");
    require(reparsed.blocks.fingerprint(i).marks == parsed->blocks.fingerprint(i).marks,
            "a block has its own print");
  }
}

void check_alignment(const ParsedPage& source, const ParsedPage& translation) {
  const PageAlignment alignment = align_pages(source, translation);
  require(alignment.translation_of.size() == source.blocks.size(), "all blocks are asked about");
  require(alignment.source_of.size() == translation.blocks.size(), "all blocks are asked about");
  std::size_t below = 0;
  for (std::size_t i = 0; i < source.blocks.size(); ++i) {
    const auto j = alignment.translation_of[i];
    if (!j) continue;
    require(alignment.source_of.at(*j) == i, "counterparts are each other's");
    if (source.blocks[i].kind == BlockKind::kFrontMatter) continue;
    require(*j >= below, "counterparts are in order");
    below = *j + 1;
  }
}

void check_open(const Ledger& ledger, const ParsedPage& source, const ParsedPage& translation) {
  std::vector<bool> seen(source.blocks.size());
  for (const OpenChange& change : ledger.open()) {
    const bool is_surplus = change.change == StaleChange::kOnlyInTranslation;
    require(change.source || change.old_block || is_surplus, "a change is one of a block");
    require(!is_surplus || (change.translation && !change.source), "what is only there is there");
    require((change.change == StaleChange::kRemoved || is_surplus) == !change.source,
            "what is gone was removed");
    require(change.severity != Severity::kCosmetic, "a change is seen");
    require(!change.translation || *change.translation < translation.blocks.size(),
            "a place is one of the translation");
    if (!change.source) continue;
    require(*change.source < source.blocks.size(), "a block is one of the source");
    require(!seen[*change.source], "a block has one entry");
    seen[*change.source] = true;
  }
}

void run_kind(const std::array<std::string_view, 4>& texts, PageKind kind) {
  const SharedPage source = parse(texts[0], kind);
  const SharedPage translation = parse(texts[1], kind);
  if (!source || !translation) return;
  const SharedPage new_source = parse(texts[2], kind, source);
  const SharedPage new_translation = parse(texts[3], kind, translation);
  if (!new_source || !new_translation) return;
  check_reparsed(*new_source, texts[2]);
  check_reparsed(*new_translation, texts[3]);
  check_alignment(*source, *translation);
  check_alignment(*new_source, *new_translation);

  const Grammar grammar("en");
  Ledger ledger(grammar);
  ledger.begin(source, translation);
  check_open(ledger, *source, *translation);
  ledger.touch(compare_sources(source, new_source), {translation, new_translation}, ObjectId());
  check_open(ledger, *new_source, *new_translation);
  ledger.finish(compare_sources(new_source, source), new_translation);
  check_open(ledger, *source, *new_translation);
}

}  // namespace

void run_target(std::string_view input) {
  std::array<std::string_view, 4> texts;
  for (std::string_view& text : texts) text = cut_page(input);
  for (const PageKind kind : {PageKind::kMarkdown, PageKind::kMdx, PageKind::kHtml}) {
    run_kind(texts, kind);
  }
}

}  // namespace l10n_drift
