#pragma once

#include <string>

#include "git/handles.h"
#include "git/repository.h"

namespace l10n_drift {

struct Repository::Impl {
  std::string opened_path;
  RepositoryHandle repository;
  Objects objects;
};

}  // namespace l10n_drift
