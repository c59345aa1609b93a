// Which commit a page says it was made from. Inputs are pages, and messages of commits.

#include "markdown/commit_record.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "fuzz/one_line.h"
#include "fuzz/target.h"
#include "l10n_drift/error.h"
#include "markdown/commit_name.h"
#include "text/lines.h"
#include "text/page_body.h"

namespace l10n_drift {
namespace {

constexpr char kCommit[] = "0123456789abcdef0123456789abcdef01234567";

void check_record(const CommitRecord& record, std::string_view page) {
  const auto lines = static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n')) + 1;
  require(record.line >= 1 && record.line <= lines, "a record stands in a line of the page");
  require(!record.error.empty() || is_commit_name(record.value),
          "a record without error is a commit");
  require_one_line(record.error);
}

// What stands behind the front matter.
std::string_view rest_of(std::string_view page) {
  const std::size_t size = front_matter_size(page);
  return size == 0 ? without_byte_order_mark(page) : page.substr(size);
}

void check_writing(std::string_view page, const std::vector<std::string>& keys) {
  std::string written;
  try {
    written = with_commit_record(page, keys, kCommit);
  } catch (const Error& error) {
    require_one_line(error.what());
    require_one_line(error.hint());
    return;
  }
  const std::optional<CommitRecord> record = read_commit_record(written, keys);
  require(record && record->error.empty() && record->value == kCommit, "what is written is read");
  require(with_commit_record(written, keys, kCommit) == written, "nothing is written twice");
  require(rest_of(written) == rest_of(page), "nothing else changes");
  const std::string_view mark = page.substr(0, page.size() - without_byte_order_mark(page).size());
  require(written.starts_with(mark), "a byte order mark stays at the front");
}

}  // namespace

void run_target(std::string_view input) {
  for (const std::vector<std::string>& keys : std::vector<std::vector<std::string>>{
           {"default_lang_commit", "l10n.sourceCommit"}, {"a.b.c"}, {"a"}}) {
    if (const auto record = read_commit_record(input, keys)) check_record(*record, input);
    check_writing(input, keys);
  }
  const std::optional<std::string> commit = commit_in_message(input);
  require(!commit || (is_commit_name(*commit) && input.find(*commit) != input.npos),
          "a message names what stands in it");
}

}  // namespace l10n_drift
