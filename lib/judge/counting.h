#pragma once

#include "git/objects.h"
#include "judge/channel.h"
#include "judge/pair_judge.h"

namespace l10n_drift {

// Counts the lines of outdated pairs, on any number of threads, while more pairs come in. Which
// thread counts a pair makes no difference.
class Counting {
 public:
  // The pair must stay where it is until it is counted.
  void add(JudgedPair& pair) { pairs_.send(&pair); }

  // No more pairs will come.
  void close() { pairs_.close(); }

  // How many wait.
  std::size_t waiting() const { return pairs_.size(); }

  // Counts one that waits; false if none does.
  bool count_one(const Objects& objects);

  // Counts what waits and what comes, until it is closed. `repository` is the calling thread's.
  void count_all(const Objects& objects);

  // The same on a thread that has no repository yet, and needs none if nothing is left to do.
  void count_all_in_another(const Objects& original);

 private:
  Channel<JudgedPair*> pairs_;
};

}  // namespace l10n_drift
