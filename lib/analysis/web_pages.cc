#include "analysis/web_pages.h"

#include <algorithm>
#include <vector>

#include "text/web_address.h"

namespace l10n_drift {
namespace {

constexpr char kOrigin[] = "origin";

// What a name of a revision says of a branch.
struct WebBranch {
  std::string remote;  // Empty if the name has none.
  std::string name;    // As the remote knows it.
};

// Of "upstream/main", "upstream" and "main". Nothing for what is no branch.
std::optional<WebBranch> find_branch(const Repository& repository, const std::string& ref) {
  std::vector<std::string> remotes = repository.remotes();
  // One remote's name may be the beginning of another's.
  std::reverse(remotes.begin(), remotes.end());
  for (const Branch& branch : repository.branches()) {
    WebBranch found{{}, branch.name};
    for (const std::string& remote : remotes) {
      if (!branch.is_remote || !branch.name.starts_with(remote + '/')) continue;
      found = {remote, branch.name.substr(remote.size() + 1)};
      break;
    }
    if (ref == branch.name) return found;
    if (ref == found.name) return WebBranch{{}, found.name};
  }
  return {};
}

// What the web calls a revision: a branch by its name, so that a link shows what is there when it
// is followed; anything else by its commit.
std::string web_name(const Repository& repository, const ResolvedRevision& revision) {
  const auto branch = find_branch(repository, revision.ref);
  return branch ? branch->name : revision.commit.hex();
}

// The address of the remote that the base's name begins with, else of `origin`.
std::optional<std::string> remote_page(const Repository& repository, const std::string& base) {
  const auto branch = find_branch(repository, base);
  const bool is_named = branch && !branch->remote.empty();
  const auto address = repository.remote_address(is_named ? branch->remote : kOrigin);
  return address ? github_page(*address) : std::nullopt;
}

}  // namespace

std::optional<WebPages> find_web_pages(const Repository& repository, const ResolvedRevision& base,
                                       const ResolvedRevision& branch,
                                       const std::optional<std::string>& address) {
  const auto page = address ? address : remote_page(repository, base.ref);
  if (!page) return {};
  return WebPages{*page, web_name(repository, base), web_name(repository, branch)};
}

}  // namespace l10n_drift
