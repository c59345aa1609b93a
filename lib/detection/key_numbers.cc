// A table of slots, in which a key stands at the place that its bits name, or in the next one that
// is free. One piece of memory for all keys: pages are compared by the thousand, and a node for
// each key took a tenth of the time.

#include "detection/key_numbers.h"

#include <bit>

namespace l10n_drift {

KeyNumbers::KeyNumbers(std::size_t max_keys) : slots_(std::bit_ceil(2 * max_keys + 1)) {}

std::size_t KeyNumbers::place_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t place = static_cast<std::size_t>(key) & mask;
  while (slots_[place].number != 0 && slots_[place].key != key) place = (place + 1) & mask;
  return place;
}

std::uint32_t KeyNumbers::add(std::uint64_t key) {
  Slot& slot = slots_[place_of(key)];
  if (slot.number == 0) slot = {key, ++size_};
  return slot.number - 1;
}

std::optional<std::uint32_t> KeyNumbers::find(std::uint64_t key) const {
  const Slot& slot = slots_[place_of(key)];
  if (slot.number == 0) return {};
  return slot.number - 1;
}

}  // namespace l10n_drift
