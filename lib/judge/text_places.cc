#include "judge/text_places.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string_view>
#include <tuple>

#include "markdown/page_kind.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// Bytes of a block's text that nobody writes twice by chance: half a line.
constexpr std::size_t kTellingText = 30;

using Keys = std::set<std::uint64_t>;

// The blocks by which the text of a page is known again.
Keys telling_blocks(const ParsedPage& page) {
  Keys keys;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const bool is_told = block.kind != BlockKind::kFrontMatter &&
                         block.kind != BlockKind::kHeading && block.text.size() >= kTellingText;
    if (is_told) keys.insert(page.blocks.key(i));
  }
  return keys;
}

std::size_t count_common(const Keys& wanted, const Keys& there, const Keys& before) {
  return static_cast<std::size_t>(std::count_if(
      wanted.begin(), wanted.end(),
      [&](const std::uint64_t key) { return there.contains(key) && !before.contains(key); }));
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.size() - std::min(path.size(), file_name(path).size() + 1));
}

// Those of the changed files that the base has, with what it has now.
std::vector<TextCandidate> at_base(const Pairs& pairs, const std::vector<ChangedFile>& changed) {
  std::vector<TextCandidate> candidates;
  for (const ChangedFile& file : changed) {
    const auto source = pairs.pages.sources.find(file.path);
    const auto kind = page_kind(file.path);
    if (source == pairs.pages.sources.end() || !kind) continue;
    candidates.push_back({file.path, file.before, source->second.id, *kind});
  }
  return candidates;
}

}  // namespace

std::vector<ObjectId> blobs_of(const std::vector<TextCandidate>& candidates) {
  std::vector<ObjectId> blobs;
  for (const TextCandidate& candidate : candidates) {
    blobs.push_back(candidate.now);
    if (candidate.before) blobs.push_back(*candidate.before);
  }
  return blobs;
}

std::vector<TextCandidate> changed_beside(const Objects& objects, const Pairs& pairs,
                                          const ObjectId& parent_tree, const ObjectId& tree) {
  return at_base(pairs, objects.changed_files(parent_tree, tree, pairs.plan.layout.source_root()));
}

std::vector<TextCandidate> added_beside(const Objects& objects, const Pairs& pairs,
                                        const ObjectId& tree, const std::string& source) {
  const std::string folder = folder_of(source);
  std::vector<ChangedFile> changed = objects.changed_files(tree, pairs.base.tree, folder);
  std::erase_if(changed, [&](const ChangedFile& file) {
    return file.before || folder_of(file.path) != folder;
  });
  return at_base(pairs, changed);
}

std::vector<TextPlace> find_text(PageCache& pages, const PageVersion& page,
                                 const std::vector<TextCandidate>& candidates) {
  const SharedPage lost = pages.get(page);
  if (!lost) return {};
  const Keys wanted = telling_blocks(*lost);
  std::vector<TextPlace> places;
  if (wanted.empty()) return places;
  for (const TextCandidate& candidate : candidates) {
    const PageKind kind = candidate.kind;
    const SharedPage before = candidate.before ? pages.get({*candidate.before, kind}) : nullptr;
    const SharedPage now = pages.get({candidate.now, kind}, before);
    if (!now || (candidate.before && !before)) continue;
    const std::size_t blocks =
        count_common(wanted, telling_blocks(*now), before ? telling_blocks(*before) : Keys());
    if (blocks > 0) places.push_back({candidate.path, blocks});
  }
  std::sort(places.begin(), places.end(), [](const TextPlace& a, const TextPlace& b) {
    return std::tuple(b.blocks, std::string_view(a.path)) <
           std::tuple(a.blocks, std::string_view(b.path));
  });
  return places;
}

bool is_rewritten(PageCache& pages, const PageVersion& before, const PageVersion& after) {
  const SharedPage old_page = pages.get(before);
  const SharedPage new_page = pages.get(after, old_page);
  if (!old_page || !new_page) return false;
  const Keys wanted = telling_blocks(*old_page);
  return 2 * count_common(wanted, telling_blocks(*new_page), {}) < wanted.size();
}

}  // namespace l10n_drift
