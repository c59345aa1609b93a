#include "git/repository.h"

#include <system_error>
#include <utility>

#include "git/objects_impl.h"
#include "git/open.h"
#include "git/repository_impl.h"
#include "text/shell.h"

namespace l10n_drift {

Repository::Repository(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

Repository Repository::open(const OpenOptions& options) {
  auto objects = std::make_unique<Objects::Impl>(options);
  const Meter::Scope scope(objects->meter, Phase::kOpen);
  RepositoryHandle repository = open_repository(options.path);
  objects->open(repository.get());
  if (objects->clone.is_shallow() && options.shallow == Shallow::kRefuse) {
    throw Error(fmt::format("repository '{}' is shallow: its history is cut off", options.path),
                fmt::format("git -C {} fetch --unshallow", shell_quote(options.path)));
  }
  return Repository(std::make_unique<Impl>(
      Impl{options.path, std::move(repository), Objects(std::move(objects))}));
}

const Objects& Repository::objects() const { return impl_->objects; }

bool Repository::has_grafts() const { return impl_->objects.impl_->clone.has_grafts; }
std::size_t Repository::replace_refs() const { return impl_->objects.impl_->clone.replace_refs; }

std::optional<std::string> Repository::work_tree() const {
  const char* const path = git_repository_workdir(impl_->repository.get());
  if (path == nullptr) return {};
  return path;
}

std::filesystem::path Repository::prefix() const {
  namespace fs = std::filesystem;
  const auto root = work_tree();
  std::error_code error;
  if (!root) return {};
  const fs::path folder = fs::canonical(impl_->opened_path, error);
  if (error) return {};
  const fs::path relative = folder.lexically_relative(fs::canonical(*root, error));
  const bool is_below = !error && !relative.empty() && relative != "." && *relative.begin() != "..";
  return is_below ? relative : fs::path();
}

}  // namespace l10n_drift
