#pragma once

#include <memory>
#include <string>

#include "git/clone.h"
#include "git/handles.h"
#include "git/meter.h"
#include "git/object_store.h"
#include "git/repository.h"
#include "git/similarity.h"

namespace l10n_drift {

struct Repository::Impl {
  // Opens the repository.
  explicit Impl(const std::string& path);

  // The objects of the same repository once more, for another thread.
  Impl(const Impl& first);
  Impl& operator=(const Impl&) = delete;

  // What both have; `objects` is there.
  void set_up();

  std::string opened_path;
  Meter meter;
  Clone clone;
  std::string objects_folder;
  RepositoryHandle repository;  // Null for another thread.
  RepositoryHandle objects;
  std::unique_ptr<ObjectStore> store;
  std::unique_ptr<Similarity> similarity;
};

}  // namespace l10n_drift
