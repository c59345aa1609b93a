#pragma once

#include <cmark-gfm.h>

namespace l10n_drift {

// Memory for one tree of cmark-gfm and the parser that makes it: all of it is given back at once,
// so that nothing of it needs to be freed. A thread has one such tree at a time.
class TreeMemory {
 public:
  TreeMemory() = default;
  TreeMemory(const TreeMemory&) = delete;
  TreeMemory& operator=(const TreeMemory&) = delete;
  ~TreeMemory();

  // For the thread that has made the object, as long as it lives.
  cmark_mem* get() const;
};

}  // namespace l10n_drift
