#include <algorithm>
#include <utility>

#include "git/reflog_reach.h"
#include "git/repository.h"
#include "git/repository_impl.h"
#include "text/nearest.h"

namespace l10n_drift {
namespace {

bool is_head(const std::string& name) { return name == "HEAD" || name == "@"; }

ResolvedRevision peel(const git_object* object, std::string ref) {
  ObjectHandle commit;
  if (git_object_peel(out(commit), object, GIT_OBJECT_COMMIT) < 0) {
    throw Error(fmt::format("revision '{}' is not a commit", ref));
  }
  auto* const raw = reinterpret_cast<git_commit*>(commit.get());
  return {std::move(ref), from_git(*git_object_id(commit.get())),
          from_git(*git_commit_tree_id(raw))};
}

// What to call a revision: "main" for HEAD, if it is on a branch, and for "refs/heads/main"; any
// other name as it is.
std::string display_name(git_repository* repository, const std::string& name) {
  for (const std::string_view prefix : {"refs/heads/", "refs/remotes/", "refs/tags/"}) {
    if (name.starts_with(prefix)) return name.substr(prefix.size());
  }
  ReferenceHandle head;
  if (!is_head(name) || git_repository_head(out(head), repository) < 0) return name;
  return git_reference_is_branch(head.get()) == 1 ? git_reference_shorthand(head.get()) : name;
}

[[noreturn]] void throw_unreadable(const std::string& name, const std::string& reason) {
  throw Error(fmt::format("corrupt repository: cannot read revision '{}': {}", name, reason),
              "git fsck --full");
}

// Resolves a full name of a branch to its commit.
std::optional<Branch> read_branch(const git_reference* reference, bool is_remote) {
  ObjectHandle commit;
  if (git_reference_type(reference) != GIT_REFERENCE_DIRECT ||
      git_reference_peel(out(commit), reference, GIT_OBJECT_COMMIT) < 0) {
    return {};
  }
  return Branch{git_reference_shorthand(reference), from_git(*git_object_id(commit.get())),
                is_remote};
}

// The branches of this name that remotes have, as "origin/dev-1.29-ko.1".
std::vector<std::string> remote_branches(git_repository* repository,
                                         const std::vector<std::string>& remotes,
                                         const std::string& name) {
  std::vector<std::string> found;
  for (const std::string& remote : remotes) {
    ReferenceHandle reference;
    std::string branch = fmt::format("{}/{}", remote, name);
    const std::string full = "refs/remotes/" + branch;
    if (git_reference_lookup(out(reference), repository, full.c_str()) == 0) {
      found.push_back(std::move(branch));
    }
  }
  return found;
}

[[noreturn]] void throw_unknown(const Repository& repository, const std::string& name) {
  std::vector<std::string> names;
  for (const Branch& branch : repository.branches()) {
    names.push_back(branch.name);
    for (const std::string& remote : repository.remotes()) {
      const bool is_of_remote = branch.is_remote && branch.name.starts_with(remote + '/');
      if (is_of_remote) names.push_back(branch.name.substr(remote.size() + 1));
    }
  }
  const auto nearest = nearest_name(name, names);
  throw Error(fmt::format("unknown revision '{}'", name),
              nearest ? fmt::format("did you mean '{}'?", *nearest)
                      : "git branch --all lists the branches");
}

}  // namespace

std::optional<ResolvedRevision> Repository::find(const std::string& name) const {
  git_repository* const repository = impl_->repository.get();
  ObjectHandle object;
  // Refs by themselves: of one that points to nothing, git_revparse_single of libgit2 1.5 leaks the
  // handle. Whole ids come before refs, as they do there.
  ReferenceHandle reference;
  ObjectId id;
  if (!id.parse_hex(name) && git_reference_dwim(out(reference), repository, name.c_str()) == 0) {
    const git_oid* const target = git_reference_target(reference.get());
    if (git_object_lookup(out(object), repository, target, GIT_OBJECT_ANY) < 0) {
      throw_unreadable(name, last_git_error());
    }
    return peel(object.get(), display_name(repository, name));
  }
  require_reflog_reach(repository, name);
  const int code = git_revparse_single(out(object), repository, name.c_str());
  if (code == 0) return peel(object.get(), display_name(repository, name));
  const std::string reason = last_git_error();
  if (code == GIT_EAMBIGUOUS) {
    throw Error(fmt::format("revision '{}' is ambiguous: several objects begin with it", name),
                "give more digits of the commit's id");
  }
  // A branch that is there, and points to nothing that can be read, is not an unknown one: to go on
  // with another would be wrong.
  const bool is_unborn = is_head(name) && git_repository_head_unborn(repository) == 1;
  const bool is_absent = code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC;
  if (!is_unborn && (!is_absent || is_head(name))) {
    throw_unreadable(name, reason);
  }
  if (is_unborn) return {};
  const std::vector<std::string> candidates = remote_branches(repository, remotes(), name);
  if (candidates.empty()) return {};
  if (candidates.size() > 1) {
    throw Error(fmt::format("revision '{}' is a branch of several remotes", name),
                fmt::format("name one of them, such as '{}'", candidates.front()));
  }
  const std::string full = "refs/remotes/" + candidates.front();
  if (git_revparse_single(out(object), repository, full.c_str()) < 0) {
    throw_unreadable(candidates.front(), last_git_error());
  }
  return peel(object.get(), name);
}

ResolvedRevision Repository::resolve(const std::string& name) const {
  auto revision = find(name);
  if (!revision && is_head(name)) {
    throw Error("HEAD is on a branch without commits", "name another one: --branch REV");
  }
  if (!revision) throw_unknown(*this, name);
  return *std::move(revision);
}

bool Repository::has_commits() const {
  return git_repository_head_unborn(impl_->repository.get()) != 1 || !branches().empty();
}

std::vector<Branch> Repository::branches() const {
  BranchIteratorHandle iterator;
  check(git_branch_iterator_new(out(iterator), impl_->repository.get(), GIT_BRANCH_ALL),
        "cannot list branches");
  std::vector<Branch> branches;
  ReferenceHandle reference;
  git_branch_t type = GIT_BRANCH_LOCAL;
  for (int code = 0;
       (code = git_branch_next(out(reference), &type, iterator.get())) != GIT_ITEROVER;) {
    check(code, "cannot list branches");
    auto branch = read_branch(reference.get(), type == GIT_BRANCH_REMOTE);
    if (branch) branches.push_back(*std::move(branch));
  }
  std::sort(branches.begin(), branches.end(), [](const Branch& a, const Branch& b) {
    return std::pair(a.is_remote, std::string_view(a.name)) <
           std::pair(b.is_remote, std::string_view(b.name));
  });
  return branches;
}

std::vector<std::string> Repository::remotes() const {
  git_strarray names{};
  check(git_remote_list(&names, impl_->repository.get()), "cannot list remotes");
  std::vector<std::string> remotes(names.strings, names.strings + names.count);
  git_strarray_dispose(&names);
  std::sort(remotes.begin(), remotes.end());
  return remotes;
}

std::optional<std::string> Repository::remote_address(const std::string& remote) const {
  RemoteHandle handle;
  if (git_remote_lookup(out(handle), impl_->repository.get(), remote.c_str()) < 0) return {};
  const char* const address = git_remote_url(handle.get());
  return address == nullptr ? std::nullopt : std::optional<std::string>(address);
}

std::optional<Branch> Repository::upstream(const std::string& branch) const {
  ReferenceHandle local;
  ReferenceHandle upstream;
  git_repository* const repository = impl_->repository.get();
  if (git_branch_lookup(out(local), repository, branch.c_str(), GIT_BRANCH_LOCAL) < 0) return {};
  if (git_branch_upstream(out(upstream), local.get()) < 0) return {};
  return read_branch(upstream.get(), git_reference_is_remote(upstream.get()) == 1);
}

AheadBehind Repository::ahead_behind(const ObjectId& local, const ObjectId& upstream) const {
  AheadBehind result;
  const git_oid local_id = to_git(local);
  const git_oid upstream_id = to_git(upstream);
  check(git_graph_ahead_behind(&result.ahead, &result.behind, impl_->repository.get(), &local_id,
                               &upstream_id),
        "cannot compare '{}' and '{}'", local.hex(), upstream.hex());
  return result;
}

}  // namespace l10n_drift
