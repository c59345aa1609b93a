#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace l10n_drift {

// Small numbers for keys that are hashes already: 0, 1, 2... in the order in which they first come.
class KeyNumbers {
 public:
  // For at most so many different keys.
  explicit KeyNumbers(std::size_t max_keys);

  // The number of the key, which is a new one if the key was not added before.
  std::uint32_t add(std::uint64_t key);
  // Nothing for a key that was not added.
  std::optional<std::uint32_t> find(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;  // One more than what is given out; 0 if the slot is free.
  };
  // Where the key is, or would be.
  std::size_t place_of(std::uint64_t key) const;

  std::vector<Slot> slots_;  // A power of two, and half of them empty.
  std::uint32_t size_ = 0;   // How many different keys were added.
};

}  // namespace l10n_drift
