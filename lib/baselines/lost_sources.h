#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "baselines/found_baseline.h"
#include "baselines/touches.h"
#include "git/objects.h"
#include "plan/pairs.h"
#include "site/layout.h"

namespace l10n_drift {

// What a translation was made from whose source the base lacks.
struct LostSource {
  std::optional<FoundBaseline> baseline;  // Nothing if no touch has a source in its tree,
  bool is_cut = false;                    // or if the clone is too shallow to tell.
};

// Finds the sources that the base lacks in the trees of touches. See lost_sources.cc.
class LostSources {
 public:
  // `objects` must outlive the object. Pages are known by their index in `pairs.translations`.
  LostSources(const Objects& objects, const Pairs& pairs)
      : objects_(objects), layout_(pairs.plan.layout), pages_(pairs.translations) {}

  // The base lacks the source of the page.
  void expect(std::size_t page) { lost_[page]; }

  // The same, and a touch of the page, whose source is known to be there or not. They come in the
  // order of the walk.
  void add(const PageTouch& touch) { lost_[touch.page].touches.push_back(touch); }

  // The clone ends before other touches of the page.
  void cut(std::size_t page);

  // The source of the page is found.
  void forget(std::size_t page) { lost_.erase(page); }

  // What each page was translated from whose source is not found. Forgets them all. All touches
  // are there. Reads no blob.
  std::map<std::size_t, LostSource> find_all();

 private:
  struct Traces {
    std::vector<PageTouch> touches;
    bool is_cut = false;  // Not all touches are known.
  };

  LostSource find(const std::string& source, const Traces& traces) const;
  std::optional<FoundBaseline> find_source(const PageTouch& touch,
                                           const std::vector<std::string>& names) const;
  std::optional<FoundBaseline> newest_of(std::vector<FoundBaseline> candidates) const;

  const Objects& objects_;
  const Layout& layout_;
  const std::vector<Page>& pages_;
  std::map<std::size_t, Traces> lost_;
};

}  // namespace l10n_drift
