#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace l10n_drift {

// Numbers keys that are hashes already: 0, 1, 2... in the order in which they first come.
class Numbers {
 public:
  // Never more than so many keys.
  explicit Numbers(std::size_t max_keys);

  std::uint32_t add(std::uint64_t key);
  // Nothing for a key that was not added.
  std::optional<std::uint32_t> find(std::uint64_t key) const;

  // How many different keys were added.
  std::uint32_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;  // One more than what is given out; 0 where there is none.
  };
  // Where the key is, or would be.
  std::size_t place_of(std::uint64_t key) const;

  std::vector<Slot> slots_;  // A power of two, and half of them empty.
  std::uint32_t size_ = 0;
};

}  // namespace l10n_drift
