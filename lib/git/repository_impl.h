#pragma once

#include <memory>
#include <string>

#include "git/handles.h"
#include "git/object_store.h"
#include "git/repository.h"
#include "git/similarity.h"

namespace l10n_drift {

struct Repository::Impl {
  std::string opened_path;
  RepositoryHandle repository;
  std::unique_ptr<ObjectStore> store;
  std::unique_ptr<Similarity> similarity;
};

}  // namespace l10n_drift
