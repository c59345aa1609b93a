#include "markdown/html_tree.h"

#include <algorithm>

namespace l10n_drift {
namespace {

// Pages that people write take up to 60 bytes for each of theirs, and a table of cells that have
// one letter each takes 50.
constexpr std::size_t kBytesForEach = 200;
constexpr std::size_t kBytesForAny = 1'000'000;
constexpr std::size_t kTreeChunk = 64'000;
constexpr std::size_t kTreeAlignment = alignof(std::max_align_t);

}  // namespace

// gumbo asks for memory through this, and has no way to hear that there is none. Nothing in it is
// held but that memory, so that it can be left by a jump, as C libraries are (libpng, Lua). An
// exception could not pass: C has no tables for it on all machines.
void* HtmlTree::allocate(void* tree, std::size_t bytes) {
  auto& self = *static_cast<HtmlTree*>(tree);
  const std::size_t size = (bytes + kTreeAlignment - 1) / kTreeAlignment * kTreeAlignment;
  // NOLINTNEXTLINE(cert-err52-cpp): see above; no frame that is left has a destructor.
  if (size > self.budget_) std::longjmp(self.exhausted_, 1);
  self.budget_ -= size;
  if (size > self.left_) {
    self.left_ = std::max(size, kTreeChunk);
    self.chunks_.push_back(std::make_unique<char[]>(self.left_));
    self.free_ = self.chunks_.back().get();
  }
  void* const memory = self.free_;
  self.free_ += size;
  self.left_ -= size;
  return memory;
}

HtmlTree::HtmlTree(const std::string& page) : budget_(kBytesForAny + kBytesForEach * page.size()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = this;
  options.max_errors = 0;
  // NOLINTNEXTLINE(cert-err52-cpp): where `allocate` jumps to.
  if (setjmp(exhausted_) != 0) return;
  document_ = gumbo_parse_with_options(&options, page.data(), page.size())->document;
}

}  // namespace l10n_drift
