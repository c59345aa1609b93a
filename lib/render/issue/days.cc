#include "render/issue/days.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>

namespace l10n_drift {
namespace {

// Since 1970-01-01, by the calendar that the standard library has.
int day_number(std::string_view day) {
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    const std::string_view digits = day.substr(at, length);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  using namespace std::chrono;
  const sys_days days = year(number(0, 4)) / number(5, 2) / number(8, 2);
  return static_cast<int>(days.time_since_epoch().count());
}

}  // namespace

bool is_day(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  return std::equal(text.begin(), text.end(), kShape.begin(), kShape.end(), [](char c, char shape) {
    return shape == '0' ? c >= '0' && c <= '9' : c == shape;
  });
}

int days_between(std::string_view from, std::string_view to) {
  return day_number(to) - day_number(from);
}

}  // namespace l10n_drift
