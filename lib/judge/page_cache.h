#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>

#include "git/objects.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// Parsed pages, as many of those used last as fit into a few megabytes. For one thread.
class PageCache {
 public:
  // The repository must outlive the object.
  explicit PageCache(const Objects& objects) : objects_(objects) {}

  // The page in a blob. Null if it can only be compared as a whole (parse_blocks). `earlier` is
  // another version of it, or null: see parse_page.
  SharedPage get(const ObjectId& blob, const SharedPage& earlier = nullptr);

 private:
  struct Entry {
    ObjectId blob;
    SharedPage page;
    std::size_t size = 0;  // Of the blob.
  };
  void trim();

  const Objects& objects_;
  std::list<Entry> pages_;  // Those used last come first.
  std::unordered_map<ObjectId, std::list<Entry>::iterator> places_;
  std::size_t bytes_ = 0;
};

}  // namespace l10n_drift
