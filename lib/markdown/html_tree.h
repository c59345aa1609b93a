#pragma once

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace l10n_drift {

// The tree that gumbo makes of a page in HTML, in memory that is given back at once: gumbo's own
// way to free a tree goes as deep as the tree does.
class HtmlTree {
 public:
  // `page` has to outlive the object. A page that takes far more memory than its size warrants has
  // no tree: elements that dress words up are opened anew in every paragraph below, so that a page
  // may ask for the square of its length.
  explicit HtmlTree(const std::string& page);

  // Null if there is none.
  const GumboNode* document() const { return document_; }

 private:
  static void* allocate(void* tree, std::size_t bytes);

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;  // What is left of the last chunk.
  std::size_t left_ = 0;
  std::size_t budget_;
  std::jmp_buf exhausted_ = {};
  const GumboNode* document_ = nullptr;
};

}  // namespace l10n_drift
