#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "git/clone.h"
#include "git/handles.h"
#include "git/meter.h"
#include "git/object_store.h"
#include "git/objects.h"
#include "git/repository.h"
#include "git/shared_reads.h"
#include "git/similarity.h"
#include "git/tree_comparisons.h"

namespace l10n_drift {

struct Objects::Impl {
  // Has no objects before `open`.
  explicit Impl(const OpenOptions& options)
      : opened_path(options.path), missing_blobs(options.missing_blobs) {}

  // The same objects once more, for another thread.
  Impl(const Impl& first);
  Impl& operator=(const Impl&) = delete;

  // Takes the objects of a repository, which may be closed afterwards.
  void open(git_repository* repository);

  // Those of the blobs that a partial clone lacks, in their order.
  std::vector<ObjectId> find_missing(const std::vector<ObjectId>& blobs);

  // Has git fetch blobs in one batch. Throws Error if no remote has them.
  void fetch(std::vector<ObjectId> missing);

  std::string opened_path;
  MissingBlobs missing_blobs;
  Meter meter;
  Clone clone;
  std::string objects_folder;
  std::shared_ptr<SharedReads> shared = std::make_shared<SharedReads>();
  RepositoryHandle objects;
  std::unique_ptr<ObjectStore> store;
  std::unique_ptr<Similarity> similarity;
  std::unique_ptr<TreeComparisons> comparisons;
  std::set<ObjectId> wanted;    // Blobs of a partial clone,
  std::set<ObjectId> obtained;  // and those that were wanted before, and are there.
  bool has_obtained = false;    // Whether there was a time before.

 private:
  // What both ways of opening have in common.
  void set_up();
};

}  // namespace l10n_drift
