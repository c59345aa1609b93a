// cmark-gfm asks for a piece of memory for each node, and for its texts while they grow: a tenth of
// the time that it takes to look into a page. None of it is needed for longer than the tree, so
// that pieces are cut off one after the other from a slab, and given back together.
//
// cmark's functions for memory are told of no object, so the slabs are the thread's. The last piece
// can grow or go, which is what texts do most of the time.

#include "markdown/tree_memory.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

namespace l10n_drift {
namespace {

constexpr std::size_t kSlabSize = std::size_t{256} * 1024;
constexpr std::size_t kAlignment = alignof(std::max_align_t);

constexpr std::size_t round_up(std::size_t size) {
  return (size + kAlignment - 1) / kAlignment * kAlignment;
}

class Slabs {
 public:
  void* allocate(std::size_t size) {
    const std::size_t whole = kHeader + round_up(size);
    if (slabs_.empty() || slabs_.back().size - used_ < whole) add_slab(whole);
    std::byte* const piece = slabs_.back().bytes.get() + used_ + kHeader;
    used_ += whole;
    size_of(piece) = size;
    return piece;
  }

  void* grow(void* old, std::size_t size) {
    if (old == nullptr) return allocate(size);
    auto* const piece = static_cast<std::byte*>(old);
    const std::size_t old_size = size_of(piece);
    if (is_last(piece) && slabs_.back().size - begin_of(piece) >= round_up(size)) {
      used_ = begin_of(piece) + round_up(size);
      size_of(piece) = size;
      return piece;
    }
    void* const moved = allocate(size);
    std::memcpy(moved, piece, std::min(old_size, size));
    return moved;
  }

  void release(void* old) {
    auto* const piece = static_cast<std::byte*>(old);
    if (piece != nullptr && is_last(piece)) used_ = begin_of(piece) - kHeader;
  }

  // Keeps a slab of the usual size for the next tree.
  void clear() {
    if (!slabs_.empty() && slabs_.front().size > kSlabSize) slabs_.clear();
    slabs_.resize(std::min<std::size_t>(slabs_.size(), 1));
    used_ = 0;
  }

 private:
  // What stands before each piece: its size.
  static constexpr std::size_t kHeader = kAlignment;
  static_assert(sizeof(std::size_t) <= kHeader);

  struct Slab {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };

  static std::size_t& size_of(std::byte* piece) {
    return *reinterpret_cast<std::size_t*>(piece - kHeader);
  }
  // Where a piece of the last slab begins in it.
  std::size_t begin_of(const std::byte* piece) const {
    return static_cast<std::size_t>(piece - slabs_.back().bytes.get());
  }
  bool is_last(std::byte* piece) const {
    const std::byte* const end = slabs_.back().bytes.get() + used_;
    return piece + round_up(size_of(piece)) == end;
  }
  void add_slab(std::size_t at_least) {
    const std::size_t size = std::max(kSlabSize, at_least);
    slabs_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
    used_ = 0;
  }

  std::vector<Slab> slabs_;
  std::size_t used_ = 0;  // How many bytes of the last one.
};

Slabs& slabs_of_thread() {
  thread_local Slabs slabs;
  return slabs;
}

extern "C" {

void* allocate_cleared(std::size_t count, std::size_t size) {
  void* const piece = slabs_of_thread().allocate(count * size);
  std::memset(piece, 0, count * size);
  return piece;
}

void* reallocate(void* piece, std::size_t size) { return slabs_of_thread().grow(piece, size); }

void release(void* piece) { slabs_of_thread().release(piece); }

}  // extern "C"

}  // namespace

TreeMemory::~TreeMemory() { slabs_of_thread().clear(); }

cmark_mem* TreeMemory::get() const {
  static cmark_mem memory = {allocate_cleared, reallocate, release};
  return &memory;
}

}  // namespace l10n_drift
