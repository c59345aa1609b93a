#include "render/issue/size.h"

namespace l10n_drift {
namespace {

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
  constexpr std::array<std::size_t, kSizes.size() - 1> kLimits = {10, 30, 100, 500, 1000};
  const std::size_t lines = lines_to_look_at(file);
  std::size_t size = 0;
  while (size < kLimits.size() && lines >= kLimits.at(size)) ++size;
  return size;
}

}  // namespace l10n_drift
