#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "options.h"

namespace l10n_drift {

// What the requests of the commands have in common.
struct SharedValues {
  Comparison comparison;
  std::optional<std::string> since;
  Granularity granularity = Granularity::kBlock;
  bool allow_shallow = false;
  unsigned threads = 0;

  // Gives a request what all have in common. `since` is for those alone that have it.
  template <typename Request>
  void fill(Request& request) const {
    request.comparison = comparison;
    request.granularity = granularity;
    request.allow_shallow = allow_shallow;
    request.threads = threads;
  }
};

// The options that the commands have in common: which commits of which repository, how to look at
// them, and where to write to.
class SharedOptions {
 public:
  // Binds them to `options` and to this object, which both outlive the parsing.
  void add_to(CLI::App& app, Options& options);

  // Fills in what is not bound directly. Throws Error for values that cannot be.
  void finish(Options& options);

  SharedValues& values() { return values_; }

 private:
  SharedValues values_;
  std::string granularity_ = "block";
  std::string color_ = "auto";
  std::string threads_;
  bool verbose_ = false;
  bool quiet_ = false;
};

}  // namespace l10n_drift
