// What a translation quotes of its source
// =======================================
//
// The Chinese pages of the Kubernetes website keep the English text above each translated piece:
//
//     <!--
//     The kubelet restarts it.
//     -->
//     kubelet 会重启它。
//
// Nothing tells better what a text was translated from. A comment may hold one block or a run of
// them, and as many translated blocks follow, up to the next comment. Where their numbers are the
// same, each quote goes with one of them; else with all.
//
// Comments say other things, too: "<!-- overview -->", or a note to other translators. They are
// quotes of nothing that the source has, and do no harm.
//
// Cost: the comments are parsed as pages are, once for each version of a page that is asked for
// them.

#include "markdown/quotes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "markdown/blocks.h"
#include "markdown/comments.h"
#include "markdown/hash.h"
#include "markdown/mdx.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// Below a longer comment nobody can tell which block says what.
constexpr std::size_t kMostBelow = 50;

// The content of a comment without the margin that it has in an item of a list, so that it is not
// taken for code.
std::string without_margin(std::string_view content, std::size_t margin) {
  std::string text;
  while (!content.empty()) {
    std::string_view line = take_line(content);
    const std::size_t blanks = skip_all(line, 0, " \t");
    line.remove_prefix(std::min(blanks, margin));
    text.append(line) += '\n';
  }
  return text;
}

// Goes through a text from the first line on.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  // The number of the line in which `at` stands, which is not before the one of the last call.
  std::size_t line_of(std::size_t at) {
    const std::string_view passed = text_.substr(at_, at - at_);
    line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
    at_ = at;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

// How many characters stand before `at` in its line.
std::size_t margin_of(std::string_view text, std::size_t at) {
  const std::size_t line_end = text.substr(0, at).rfind('\n');
  return line_end == text.npos ? at : at - line_end - 1;
}

// A comment with blocks in it, and the first block of the page that stands below its begin and
// below its end.
struct QuotingComment {
  PageBlocks quoted;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Comment> comments_of(const ParsedPage& page) {
  return page.kind == PageKind::kMdx ? find_mdx_comments(page.text) : find_comments(page.text);
}

PageBlocks parse_comment(const ParsedPage& page, const Comment& comment) {
  const std::string_view text = page.text;
  PageBlocks quoted;
  auto found =
      find_blocks(without_margin(comment.content(text), margin_of(text, comment.begin)), page.kind);
  if (!found) return quoted;
  for (auto& [block, lines] : found->blocks) quoted.add(std::move(block), lines);
  return quoted;
}

std::vector<QuotingComment> read_comments(const ParsedPage& page) {
  std::vector<QuotingComment> read;
  LineCounter counter(page.text);
  std::size_t block = 0;
  const auto block_below = [&](std::size_t at) {
    const std::size_t line = counter.line_of(at);
    while (block < page.blocks.size() && page.blocks.lines(block).first < line) ++block;
    return block;
  };
  for (const Comment& comment : comments_of(page)) {
    if (!comment.begins_line) continue;
    const std::size_t begin = block_below(comment.begin);
    read.push_back({parse_comment(page, comment), begin, block_below(comment.end)});
  }
  return read;
}

}  // namespace

Quotes::Quotes(const ParsedPage& page) {
  const std::vector<QuotingComment> comments = read_comments(page);
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const PageBlocks& quoted = comments[i].quoted;
    const std::size_t first = comments[i].end;
    const std::size_t last = i + 1 < comments.size()
                                 ? comments[i + 1].begin
                                 : std::min(first + quoted.size(), page.blocks.size());
    const bool is_one_to_one = last - first == quoted.size();
    const bool is_too_much = (last - first) > kMostBelow;
    for (std::size_t k = 0; k < quoted.size(); ++k) {
      Quote quote{quoted.share(k), {}};
      if (is_one_to_one) {
        quote.below = {first + k};
      } else if (!is_too_much) {
        for (std::size_t j = first; j < last; ++j) quote.below.push_back(j);
      }
      by_text_.emplace(hash_of(quote.block->text), quotes_.size());
      quotes_.push_back(std::move(quote));
    }
  }
}

std::vector<const Quote*> Quotes::of(const Block& source) const {
  std::vector<const Quote*> found;
  const auto [begin, end] = by_text_.equal_range(hash_of(source.text));
  for (auto place = begin; place != end; ++place) {
    const Quote& quote = quotes_[place->second];
    const bool is_same = class_of(*quote.block) == class_of(source) &&
                         quote.block->text == source.text &&
                         (!goes_by_name(source) || quote.block->name == source.name);
    if (is_same) found.push_back(&quote);
  }
  return found;
}

}  // namespace l10n_drift
