// The tree parser, the order of entries, and ids in hexadecimal. Inputs are the bytes of a tree.

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "fuzz/target.h"
#include "git/raw_object.h"

namespace l10n_drift {
namespace {

struct NamedEntry {
  std::string name;
  TreeEntry entry;
};

// A second reading of what an entry is: where the one at the front of `bytes` ends; 0 if it is
// none.
std::size_t end_of_entry(std::string_view bytes) {
  const std::size_t mode_end = bytes.find_first_not_of("01234567");
  if (mode_end < 1 || mode_end > 7 || bytes.substr(mode_end, 1) != " ") return 0;
  const std::size_t name_end = bytes.find('\0', mode_end + 1);
  if (name_end == std::string_view::npos || name_end == mode_end + 1) return 0;
  return name_end + 21 <= bytes.size() ? name_end + 21 : 0;
}

void check_id(const ObjectId& id) {
  const std::string hex = id.hex();
  ObjectId again;
  require(hex.size() == ObjectId::kHexSize && again.parse_hex(hex), "an id's digits can be read");
  require(again == id && again.hex() == hex, "an id's digits say what it is");
}

void check_kind(const TreeEntry& entry) {
  if (entry.mode > 0177777) return;  // Not a mode that git or a system would have.
  const std::string type = fmt::format("{:06o}", entry.mode).substr(0, 2);
  EntryKind expected = EntryKind::kFile;
  if (type == "04") expected = EntryKind::kFolder;
  if (type == "12") expected = EntryKind::kSymlink;
  if (type == "16") expected = EntryKind::kSubmodule;
  require(entry.kind() == expected, "two digits of the mode are the kind");
}

// The entry as git writes it, its mode in as many digits as it has in `bytes`.
std::string write_entry(const NamedEntry& entry, std::string_view bytes) {
  std::string text = fmt::format("{:0{}o} ", entry.entry.mode, bytes.find(' '));
  text += entry.name + '\0';
  text.append(entry.entry.id.bytes.begin(), entry.entry.id.bytes.end());
  return text;
}

std::vector<NamedEntry> read_tree(std::string_view bytes) {
  std::vector<NamedEntry> entries;
  TreeCursor cursor(bytes);
  while (cursor.next()) {
    entries.push_back({std::string(cursor.name()), cursor.entry()});
    require(end_of_entry(bytes) > 0, "only entries are read");
    require(bytes.starts_with(write_entry(entries.back(), bytes)),
            "an entry written again is what was read");
    bytes.remove_prefix(end_of_entry(bytes));
  }
  require(end_of_entry(bytes) == 0, "all entries are read");
  require(cursor.is_corrupt() == !bytes.empty(), "a tree is corrupt if something is left of it");
  require(!cursor.next(), "the end is the end");
  return entries;
}

int sign(int order) { return order < 0 ? -1 : static_cast<int>(order > 0); }

int order_of(const NamedEntry& a, const NamedEntry& b) {
  const bool a_is_folder = a.entry.kind() == EntryKind::kFolder;
  const bool b_is_folder = b.entry.kind() == EntryKind::kFolder;
  return sign(compare_entry_names(a.name, a_is_folder, b.name, b_is_folder));
}

std::string name_to_sort_by(const NamedEntry& entry) {
  return entry.entry.kind() == EntryKind::kFolder ? entry.name + '/' : entry.name;
}

void check_order(const NamedEntry& a, const NamedEntry& b) {
  const bool is_same_kind =
      (a.entry.kind() == EntryKind::kFolder) == (b.entry.kind() == EntryKind::kFolder);
  require(order_of(a, b) == -order_of(b, a), "the order is the same from both sides");
  require((order_of(a, b) == 0) == (a.name == b.name && is_same_kind),
          "only the same names of the same kind are equal");
  // std::string compares bytes as unsigned, as git does.
  const int expected = sign(name_to_sort_by(a).compare(name_to_sort_by(b)));
  require(expected == 0 || order_of(a, b) == expected,
          "a folder is sorted as if it ended in a slash");
}

}  // namespace

void run_target(std::string_view input) {
  const std::vector<NamedEntry> entries = read_tree(input);
  for (const NamedEntry& entry : entries) {
    check_id(entry.entry.id);
    check_kind(entry.entry);
  }
  constexpr std::size_t kEnoughToCompare = 16;
  const std::size_t compared = std::min(entries.size(), kEnoughToCompare);
  for (std::size_t i = 0; i < compared; ++i) {
    for (std::size_t j = 0; j <= i; ++j) check_order(entries[i], entries[j]);
  }
}

}  // namespace l10n_drift
