#pragma once

#include <memory>
#include <string>

#include "git/handles.h"
#include "git/meter.h"
#include "git/object_store.h"
#include "git/repository.h"
#include "git/similarity.h"

namespace l10n_drift {

struct Repository::Impl {
  // Opens the repository; what it takes is told to the family of a meter.
  Impl(const std::string& path, const Meter& family);

  // The same repository once more, for another thread.
  explicit Impl(const Impl& first);
  Impl& operator=(const Impl&) = delete;

  void set_up();

  std::string opened_path;
  Meter meter;
  RepositoryHandle repository;
  std::unique_ptr<ObjectStore> store;
  std::unique_ptr<Similarity> similarity;
};

}  // namespace l10n_drift
