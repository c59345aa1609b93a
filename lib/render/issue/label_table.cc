#include "render/issue/label_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "render/issue/digest.h"
#include "render/issue/marker.h"
#include "render/issue/status_sections.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kHashLength = 5;

bool is_hash_character(char c) {
  constexpr std::string_view kOthers = "_.";
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != kOthers.npos;
}

// Hashes by number, as runs of numbers that follow each other.
std::string runs_text(const std::map<std::size_t, std::string_view>& hashes) {
  std::map<std::size_t, std::string> runs;
  std::size_t next = 0;
  for (const auto& [number, hash] : hashes) {
    if (runs.empty() || number != next) runs.emplace(number, "");
    runs.rbegin()->second += hash;
    next = number + 1;
  }
  std::vector<std::string> members;
  for (const auto& [first, text] : runs)
    members.push_back(fmt::format("\"{}\":\"{}\"", first, text));
  return fmt::format("{{{}}}", fmt::join(members, ","));
}

bool has_two_of_a_letter(const std::vector<std::string>& labels) {
  std::set<char> letters;
  return std::any_of(labels.begin(), labels.end(),
                     [&](const std::string& label) { return !letters.insert(label[0]).second; });
}

}  // namespace

std::string path_hash(std::string_view path) {
  Digest digest;
  digest.add(path);
  return digest.letters(kHashLength);
}

std::string label_table_text(const std::vector<HashedFile>& files) {
  std::map<char, std::map<std::size_t, std::string_view>> letters;
  for (const HashedFile& file : files) {
    for (const std::string& label : file.labels) {
      letters[label[0]].emplace(label_number(label), file.hash);
    }
  }
  std::vector<std::string> members;
  for (const auto& [letter, hashes] : letters) {
    members.push_back(fmt::format("\"{}\":{}", letter, runs_text(hashes)));
  }
  return fmt::format("{{{}}}", fmt::join(members, ","));
}

bool add_label_run(char letter, std::size_t first, std::string_view hashes,
                   std::vector<HashedFile>& files) {
  const bool is_ours = hashes.size() % kHashLength == 0 &&
                       std::all_of(hashes.begin(), hashes.end(), is_hash_character);
  if (!is_ours) return false;
  for (std::size_t i = 0; i < hashes.size() / kHashLength; ++i) {
    std::string label = fmt::format("{}{}", letter, first + i);
    if (!is_label(label)) return false;
    files.push_back({.hash = std::string(hashes.substr(i * kHashLength, kHashLength)),
                     .labels = {std::move(label)}});
  }
  return true;
}

std::vector<HashedFile> join_hashed_files(const std::vector<HashedFile>& files) {
  std::map<std::string, std::vector<std::string>> by_hash;
  for (const StatusSection& section : kStatusSections) {
    for (const HashedFile& file : files) {
      for (const std::string& label : file.labels) {
        if (label[0] == section.letter) by_hash[file.hash].push_back(label);
      }
    }
  }
  std::erase_if(by_hash, [](const auto& file) { return has_two_of_a_letter(file.second); });
  std::vector<HashedFile> joined;
  for (auto& [hash, labels] : by_hash) joined.push_back({hash, std::move(labels)});
  return joined;
}

}  // namespace l10n_drift
