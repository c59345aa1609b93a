#pragma once

#include "git/object_store.h"
#include "git/open.h"
#include "support/scratch_repository.h"

namespace l10n_drift {

// The raw objects of a scratch repository, for tests of what lies below the facade.
class StoreOf {
 public:
  explicit StoreOf(const ScratchRepository& scratch)
      : handle_(open_repository(scratch.path())),
        clone_(describe_clone(handle_.get(), scratch.path())),
        store_(handle_.get(), clone_, meter_, shared_) {}

  ObjectStore& operator*() { return store_; }
  ObjectStore* operator->() { return &store_; }

  // Another store of the same objects, as for another thread.
  ObjectStore another() { return {handle_.get(), clone_, meter_, shared_}; }

  git_repository* repository() { return handle_.get(); }

  // Objects read so far.
  std::size_t reads() const { return meter_.objects(); }

 private:
  RepositoryHandle handle_;
  Clone clone_;
  Meter meter_;
  SharedReads shared_;
  ObjectStore store_;
};

}  // namespace l10n_drift
