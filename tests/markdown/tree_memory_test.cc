#include "markdown/tree_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

namespace l10n_drift {
namespace {

// A piece of memory, filled with one character.
class Piece {
 public:
  Piece(const TreeMemory& memory, std::size_t size, char content)
      : memory_(memory.get()), content_(content) {
    bytes_ = static_cast<char*>(memory_->calloc(size, 1));
    size_ = size;
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(bytes_) % alignof(std::max_align_t), 0u);
    EXPECT_TRUE(holds(0));
    fill();
  }

  void resize(std::size_t size) {
    bytes_ = static_cast<char*>(memory_->realloc(bytes_, size));
    size_ = std::min(size_, size);
    EXPECT_TRUE(holds(content_));
    size_ = size;
    fill();
  }

  void free() {
    EXPECT_TRUE(holds(content_));
    memory_->free(bytes_);
  }

 private:
  bool holds(char content) const {
    return std::all_of(bytes_, bytes_ + size_, [&](char c) { return c == content; });
  }
  void fill() { std::fill_n(bytes_, size_, content_); }

  cmark_mem* memory_;
  char* bytes_;
  std::size_t size_;
  char content_;
};

// Any order of demands, most of them for the pieces that came last.
void use_at_random(unsigned seed) {
  std::mt19937 random(seed);
  const TreeMemory memory;
  std::vector<Piece> pieces;
  for (int i = 0; i < 2000; ++i) {
    const std::size_t size = 1 + random() % (random() % 20 == 0 ? 400'000 : 100);
    const std::size_t back = 1 + random() % 3;
    if (pieces.size() < back || random() % 3 == 0) {
      pieces.emplace_back(memory, size, static_cast<char>('a' + i % 26));
    } else if (random() % 2 == 0) {
      pieces[pieces.size() - back].resize(size);
    } else {
      pieces[pieces.size() - back].free();
      pieces.erase(pieces.end() - static_cast<std::ptrdiff_t>(back));
    }
  }
  for (Piece& piece : pieces) piece.free();
}

TEST(TreeMemory, GivesNoByteTwice) {
  for (unsigned seed = 0; seed < 20; ++seed) use_at_random(seed);
}

TEST(TreeMemory, IsEachThreadsOwn) {
  std::vector<std::thread> threads;
  for (unsigned seed = 0; seed < 4; ++seed) threads.emplace_back(use_at_random, seed);
  for (std::thread& thread : threads) thread.join();
}

TEST(TreeMemory, GrowsFromNothing) {
  const TreeMemory memory;
  EXPECT_NE(memory.get()->realloc(nullptr, 10), nullptr);
  memory.get()->free(nullptr);
}

}  // namespace
}  // namespace l10n_drift
