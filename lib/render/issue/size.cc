#include "render/issue/size.h"

#include <fmt/format.h>

namespace l10n_drift {
namespace {

// The lines from which on a page is of the next size.
constexpr std::array<std::size_t, kSizes.size() - 1> kLimits = {10, 30, 100, 500, 1000};

std::size_t length(const std::optional<LineRange>& lines) {
  return lines ? lines->last - lines->first + 1 : 0;
}

// What is gone from the source has lines in the translation alone.
std::size_t stale_lines(const StaleBlock& block) {
  return block.source_lines ? length(block.source_lines) : length(block.translation_lines);
}

}  // namespace

std::size_t lines_to_look_at(const FileReport& file) {
  std::size_t lines = file.counts ? file.counts->insertions + file.counts->deletions : 0;
  for (const StaleBlock& block : file.stale) {
    const bool is_counted = file.counts && !block.before_last_touch;
    if (!is_counted) lines += stale_lines(block);
  }
  return lines;
}

std::optional<std::size_t> size_of(const FileReport& file) {
  if (file.status == Status::kRenamed || file.status == Status::kDeleted) return 0;
  if (!file.counts && file.stale.empty()) return {};
  const std::size_t lines = lines_to_look_at(file);
  std::size_t size = 0;
  while (size < kLimits.size() && lines >= kLimits.at(size)) ++size;
  return size;
}

std::string size_words(std::size_t size) {
  if (size == 0) return fmt::format("under {}", kLimits.front());
  if (size == kLimits.size()) return fmt::format("{} or more", kLimits.back());
  return fmt::format("{} to {}", kLimits.at(size - 1), kLimits.at(size) - 1);
}

}  // namespace l10n_drift
