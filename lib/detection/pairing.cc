#include "detection/pairing.h"

#include <algorithm>

namespace l10n_drift {
namespace {

constexpr std::size_t kMaxCells = 40'000;  // Cells of the table, unless a side is long.
constexpr std::size_t kMinBand = 12;       // Elements to either side of the diagonal.

// Cell (i, j) holds the largest sum of similarities that the elements before the i-th old and the
// j-th new one can have. Row i covers the columns from `first(i)` on.
class SimilarityTable {
 public:
  SimilarityTable(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), band_(std::max(kMinBand, kMaxCells / (2 * (rows + 1)))) {
    const std::size_t slope = columns / (rows + 1) + 1;
    width_ = std::min(columns + 1, 2 * std::max(band_, slope) + 2);
    sums_.assign((rows + 1) * width_, 0);
    steps_.assign(sums_.size(), Step::kNone);
  }

  void fill(const ElementSimilarity& similarity) {
    for (std::size_t i = 1; i <= rows_; ++i) {
      const std::size_t end = std::min(first(i) + width_, columns_ + 1);
      for (std::size_t j = std::max<std::size_t>(first(i), 1); j < end; ++j) {
        fill_cell(i, j, similarity(i - 1, j - 1));
      }
    }
  }

  std::vector<IndexPair> pairs() const {
    std::vector<IndexPair> found;  // From the end.
    for (std::size_t i = rows_, j = columns_; i > 0 && j > 0;) {
      const Step step = is_inside(i, j) ? steps_[cell(i, j)] : Step::kNone;
      if (step == Step::kPair) found.push_back({--i, --j});
      if (step == Step::kUp) --i;
      if (step == Step::kLeft) --j;
      if (step == Step::kNone) break;
    }
    return found;
  }

 private:
  enum class Step : char { kNone, kPair, kUp, kLeft };

  std::size_t first(std::size_t i) const {
    const std::size_t middle = columns_ * i / (rows_ + 1);
    const std::size_t wanted = middle > width_ / 2 ? middle - width_ / 2 : 0;
    // The last row ends with the last column.
    return i == rows_ ? columns_ + 1 - width_ : std::min(wanted, columns_ + 1 - width_);
  }
  bool is_inside(std::size_t i, std::size_t j) const {
    return j >= first(i) && j < first(i) + width_;
  }
  std::size_t cell(std::size_t i, std::size_t j) const { return i * width_ + j - first(i); }
  float sum(std::size_t i, std::size_t j) const { return is_inside(i, j) ? sums_[cell(i, j)] : 0; }

  void fill_cell(std::size_t i, std::size_t j, double similarity) {
    const float up = sum(i - 1, j);
    const float left = j > first(i) ? sum(i, j - 1) : 0;
    const float paired = sum(i - 1, j - 1) + static_cast<float>(similarity);
    const bool pairs = similarity > 0 && paired > up && paired > left;
    sums_[cell(i, j)] = pairs ? paired : std::max(up, left);
    steps_[cell(i, j)] = pairs ? Step::kPair : up >= left ? Step::kUp : Step::kLeft;
  }

  std::size_t rows_;
  std::size_t columns_;
  std::size_t band_;
  std::size_t width_ = 0;
  std::vector<float> sums_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<IndexPair> pair_in_order(std::size_t old_count, std::size_t new_count,
                                     const ElementSimilarity& similarity) {
  SimilarityTable table(old_count, new_count);
  table.fill(similarity);
  std::vector<IndexPair> pairs = table.pairs();
  std::reverse(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace l10n_drift
