#include "judge/page_cache.h"

#include <memory>
#include <string>
#include <utility>

namespace l10n_drift {
namespace {

// Of blobs; what is parsed takes about ten times as much.
constexpr std::size_t kMaxBytes = 2'000'000;

}  // namespace

SharedPage PageCache::get(const PageVersion& version, const SharedPage& earlier) {
  const auto found = places_.find(version);
  if (found != places_.end()) {
    pages_.splice(pages_.begin(), pages_, found->second);
    return pages_.front().page;
  }
  const std::string text = objects_.read_blob(version.blob);
  auto parsed = parse_page(text, version.kind, earlier.get());
  SharedPage page = parsed ? std::make_shared<ParsedPage>(*std::move(parsed)) : nullptr;
  pages_.push_front({version, page, text.size()});
  places_[version] = pages_.begin();
  bytes_ += text.size();
  trim();
  return page;
}

void PageCache::trim() {
  while (bytes_ > kMaxBytes && pages_.size() > 1) {
    bytes_ -= pages_.back().size;
    places_.erase(pages_.back().version);
    pages_.pop_back();
  }
}

}  // namespace l10n_drift
