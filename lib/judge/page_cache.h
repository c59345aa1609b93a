#pragma once

#include <cstddef>
#include <list>
#include <map>

#include "git/objects.h"
#include "markdown/page_kind.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// A page as one blob has it. The same bytes are other blocks in a page of another kind.
struct PageVersion {
  ObjectId blob;
  PageKind kind = PageKind::kMarkdown;
  auto operator<=>(const PageVersion&) const = default;
};

// Parsed pages, as many of those used last as fit into a few megabytes. For one thread.
class PageCache {
 public:
  // The repository must outlive the object.
  explicit PageCache(const Objects& objects) : objects_(objects) {}

  // Null for a page that can only be compared as a whole (parse_page). `earlier` is another version
  // of it, or null: see there.
  SharedPage get(const PageVersion& version, const SharedPage& earlier = nullptr);

 private:
  struct Entry {
    PageVersion version;
    SharedPage page;
    std::size_t size = 0;  // Of the blob.
  };
  void trim();

  const Objects& objects_;
  std::list<Entry> pages_;  // Those used last come first.
  std::map<PageVersion, std::list<Entry>::iterator> places_;
  std::size_t bytes_ = 0;
};

}  // namespace l10n_drift
