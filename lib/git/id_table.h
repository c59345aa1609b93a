#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory_resource>
#include <utility>
#include <vector>

#include "values/object_id.h"

namespace l10n_drift {

// A table of values by ids, to which values are added and nothing else. For tables that a walk
// through history asks at each commit: whether an id is there is told by a few bytes, and the
// values lie side by side. A map of nodes is slower than reading the objects once more.
template <typename Value>
class IdTable {
 public:
  // The values lie in `memory`, which must outlive the object.
  explicit IdTable(std::pmr::memory_resource& memory) : entries_(&memory) {}

  std::size_t size() const { return entries_.size(); }

  // The value at `id`; null if there is none.
  const Value* find(const ObjectId& id) const {
    if (places_.empty()) return nullptr;
    const Place& place = places_[place_of(id)];
    return place.number == 0 ? nullptr : &entries_[place.number - 1].second;
  }

  // Adds a value, unless the id has one.
  void add(const ObjectId& id, const Value& value) {
    if (2 * entries_.size() >= places_.size()) grow();
    Place& place = places_[place_of(id)];
    if (place.number != 0) return;
    entries_.emplace_back(id, value);
    place = {tag_of(id), static_cast<std::uint32_t>(entries_.size())};
  }

 private:
  struct Place {
    std::uint32_t tag = 0;     // Some of the id's bits.
    std::uint32_t number = 0;  // Of the entry, from 1 on; 0 if the place is free.
  };
  static constexpr std::size_t kFewestPlaces = 1024;

  static std::uint32_t tag_of(const ObjectId& id) {
    return static_cast<std::uint32_t>(std::hash<ObjectId>()(id) >> 32);
  }

  // The place of the id, or the one that is free for it: the first from that on which the id itself
  // names. There is always one, as half of them are free.
  std::size_t place_of(const ObjectId& id) const {
    const std::size_t mask = places_.size() - 1;  // Their number is a power of two.
    std::size_t i = std::hash<ObjectId>()(id) & mask;
    while (places_[i].number != 0) {
      if (places_[i].tag == tag_of(id) && entries_[places_[i].number - 1].first == id) break;
      i = (i + 1) & mask;
    }
    return i;
  }

  void grow() {
    places_.assign(places_.empty() ? kFewestPlaces : 2 * places_.size(), {});
    std::uint32_t number = 0;
    for (const auto& [id, value] : entries_) places_[place_of(id)] = {tag_of(id), ++number};
  }

  std::vector<Place> places_;
  std::pmr::deque<std::pair<ObjectId, Value>> entries_;
};

}  // namespace l10n_drift
