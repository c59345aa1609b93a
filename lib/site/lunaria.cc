#include "site/lunaria.h"

#include <nlohmann/json.hpp>

#include "text/lines.h"

namespace l10n_drift {
namespace {

using nlohmann::json;

// A blank word would stand in every subject.
void append_words(std::vector<std::string>& words, const json& list) {
  if (!list.is_array()) return;
  for (const json& element : list) {
    if (!element.is_string()) continue;
    const auto& word = element.get_ref<const std::string&>();
    if (!trim_blanks(word).empty()) words.push_back(word);
  }
}

// Null where there is no such thing.
const json& member_of(const json& object, const char* name) {
  static const json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

}  // namespace

std::vector<std::string> lunaria_keywords(std::string_view text, const std::string& /*place*/) {
  const json config =
      json::parse(without_byte_order_mark(text), nullptr, /*allow_exceptions=*/false,
                  /*ignore_comments=*/true);
  std::vector<std::string> words;
  append_words(words, member_of(config, "ignoreKeywords"));
  append_words(words, member_of(member_of(config, "tracking"), "ignoredKeywords"));
  return words;
}

}  // namespace l10n_drift
