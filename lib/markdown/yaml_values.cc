#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <exception>

#include "markdown/front_matter_values.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

// Nodes know their places; an alias is the node that it stands for, so that nothing grows.
class YamlSearch {
 public:
  explicit YamlSearch(std::string_view text) : text_(text) {}

  void find(const YAML::Node& map, std::string_view key, std::size_t number) {
    if (!map.IsMap()) return;
    for (const auto& entry : map) {
      if (!entry.first.IsScalar()) continue;
      const std::optional<std::string_view> inner = inner_key(key, entry.first.Scalar());
      if (!inner) continue;
      if (inner->empty()) {
        found_.push_back(describe(entry.first, entry.second, number));
      } else {
        find(entry.second, *inner, number);
      }
    }
  }

  std::vector<FrontMatterValue> take_found() { return std::move(found_); }

 private:
  std::size_t offset_of(const YAML::Node& node) const {
    const YAML::Mark mark = node.Mark();
    return offset_in_line(text_, static_cast<std::size_t>(std::max(mark.line, 0)),
                          static_cast<std::size_t>(std::max(mark.column, 0)));
  }

  FrontMatterValue describe(const YAML::Node& key, const YAML::Node& value,
                            std::size_t number) const {
    FrontMatterValue result;
    result.key = number;
    result.key_at = offset_of(key);
    result.value_at = offset_of(value);
    if (value.IsNull()) result.kind = FrontMatterKind::kNothing;
    if (value.IsMap()) {
      result.kind = FrontMatterKind::kMap;
      if (value.begin() != value.end()) result.first_inner_at = offset_of(value.begin()->first);
    }
    if (value.IsScalar()) {
      result.kind = FrontMatterKind::kText;
      result.text = value.Scalar();
    }
    return result;
  }

  std::string_view text_;
  std::vector<FrontMatterValue> found_;
};

}  // namespace

FrontMatterValues find_yaml_values(std::string_view yaml, const std::vector<std::string>& keys) {
  FrontMatterValues values;
  values.error = front_matter_size_error(yaml);
  if (!values.error.empty()) return values;
  try {
    const YAML::Node root = YAML::Load(std::string(yaml));
    YamlSearch search(yaml);
    for (std::size_t i = 0; i < keys.size(); ++i) search.find(root, keys[i], i);
    values.found = search.take_found();
  } catch (const YAML::Exception& error) {
    // The fence is a line, too.
    values.error = error.mark.is_null() ? "is no valid YAML"
                                        : fmt::format("is no valid YAML: line {}: {}",
                                                      error.mark.line + 2, printable(error.msg));
  } catch (const std::exception&) {
    values.error = "is no valid YAML";
  }
  std::stable_sort(values.found.begin(), values.found.end(),
                   [](const auto& a, const auto& b) { return a.key_at < b.key_at; });
  return values;
}

}  // namespace l10n_drift
