// How far a reflog reaches
// ========================
//
// `main@{1.year.ago}` asks the reflog: where was `main` a year ago? In a clone of last week nobody
// knows. Git says so in a warning and takes the oldest entry; libgit2 takes it without a word. Then
// a report would compare with last week, and find next to nothing.
//
//     reflog of main     entry 1   entry 0              asked for: a date
//     ----------------------|---------|-------> time
//        ^ refused             ^ entry 1      ^ entry 0
//
// What date the words mean, libgit2 knows, and tells nobody. But it can be asked in another way: a
// repository in memory has one branch, whose reflog has an entry of the very date that the real one
// begins at, and one of 1970. Which of the two it takes tells whether the real one reaches the
// date.

#include "git/reflog_reach.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <git2/sys/refdb_backend.h>
#include <git2/sys/refs.h>
#include <git2/sys/repository.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "git/handles.h"
#include "text/ascii.h"
#include "text/shell.h"

namespace l10n_drift {
namespace {

using RefdbHandle = std::unique_ptr<git_refdb, Deleter<git_refdb_free>>;
using ReflogHandle = std::unique_ptr<git_reflog, Deleter<git_reflog_free>>;
using SignatureHandle = std::unique_ptr<git_signature, Deleter<git_signature_free>>;

constexpr char kProbe[] = "refs/heads/probe";

// "main@{1.year.ago}~3": "main" and "1.year.ago".
struct LoggedName {
  std::string reference;
  std::string entry;
  bool is_date = false;  // And not a number: `@{2}` counts.
};

// Nothing for `@{-1}`, `@{upstream}` and `@{push}`, which ask something else.
std::optional<LoggedName> parse_logged_name(const std::string& name) {
  constexpr std::size_t kMostDigits = 8;  // Longer numbers are seconds since 1970.
  const std::size_t open = name.find("@{");
  const std::size_t close = name.find('}', open == std::string::npos ? 0 : open);
  if (open == std::string::npos || close == std::string::npos) return {};
  const std::string inner = name.substr(open + 2, close - open - 2);
  if (inner.empty() || inner.front() == '-') return {};
  const bool is_number = inner.find_first_not_of("0123456789") == std::string::npos;
  const std::string lower = to_lower(inner);
  if (lower == "u" || lower == "upstream" || lower == "push") return {};
  return LoggedName{open == 0 ? "HEAD" : name.substr(0, open), inner,
                    !is_number || inner.size() > kMostDigits};
}

// What the probe is never asked for, and libgit2 wants to be there.
template <typename... Arguments>
int refuse(Arguments...) {
  return GIT_ERROR;
}

// The references of the repository in memory: one, with two entries in its reflog.
struct ProbeBackend {
  git_refdb_backend functions;  // First, as libgit2 sees nothing else.
  git_oid now;
  git_oid before;
  git_reflog* log;  // Given away with the first reading.

  static ProbeBackend& of(git_refdb_backend* backend) {
    return *reinterpret_cast<ProbeBackend*>(backend);
  }

  static int exists(int* exists, git_refdb_backend*, const char* name) {
    *exists = std::string_view(name) == kProbe ? 1 : 0;
    return 0;
  }
  static int lookup(git_reference** found, git_refdb_backend* backend, const char* name) {
    if (std::string_view(name) != kProbe) return GIT_ENOTFOUND;
    *found = git_reference__alloc(kProbe, &of(backend).now, nullptr);
    return *found == nullptr ? GIT_ERROR : 0;
  }
  static int has_log(git_refdb_backend*, const char* name) {
    return std::string_view(name) == kProbe ? 1 : 0;
  }
  static int read_log(git_reflog** log, git_refdb_backend* backend, const char*) {
    *log = std::exchange(of(backend).log, nullptr);
    return *log == nullptr ? GIT_ENOTFOUND : 0;
  }
  static void release(git_refdb_backend* backend) {
    git_reflog_free(of(backend).log);
    delete &of(backend);
  }
};

// `log` with nothing in it but these two entries.
void rewrite(git_reflog* log, const git_oid& before, const git_oid& now, git_time_t begin) {
  while (git_reflog_entrycount(log) > 0) check(git_reflog_drop(log, 0, 0), "cannot read a reflog");
  const auto append = [&](const git_oid& id, git_time_t time) {
    SignatureHandle somebody;
    check(git_signature_new(out(somebody), "nobody", "nobody", time, 0), "cannot read a reflog");
    check(git_reflog_append(log, &id, somebody.get(), nullptr), "cannot read a reflog");
  };
  append(before, 0);
  append(now, begin);
}

// A log of its own, for the one that a repository gives holds on to that repository's references,
// and would never let go of them once the probe has it.
ReflogHandle read_apart(git_repository* repository, const char* full_name) {
  git_refdb_backend* files = nullptr;
  check(git_refdb_backend_fs(&files, repository), "cannot read a reflog");
  git_reflog* log = nullptr;
  const int code = files->reflog_read(&log, files, full_name);
  files->free(files);
  check(code, "cannot read a reflog");
  return ReflogHandle(log);
}

// Whether the date is not before `begin`; nothing if it is no date. `commit` is any commit, for
// the probe has to point somewhere.
std::optional<bool> is_reached(git_repository* repository, ReflogHandle log, git_time_t begin,
                               const git_oid& commit, const std::string& date) {
  git_commit* raw = nullptr;
  if (git_commit_lookup(&raw, repository, &commit) < 0) return {};
  const git_oid tree = *git_commit_tree_id(raw);
  git_commit_free(raw);
  rewrite(log.get(), tree, commit, begin);

  OdbHandle odb;
  RepositoryHandle memory;
  RefdbHandle refdb;
  check(git_repository_odb(out(odb), repository), "cannot read a reflog");
  check(git_repository_wrap_odb(out(memory), odb.get()), "cannot read a reflog");
  check(git_refdb_new(out(refdb), memory.get()), "cannot read a reflog");
  auto backend = std::make_unique<ProbeBackend>();
  check(git_refdb_init_backend(&backend->functions, GIT_REFDB_BACKEND_VERSION),
        "cannot read a reflog");
  git_refdb_backend& functions = backend->functions;
  functions.exists = ProbeBackend::exists;
  functions.lookup = ProbeBackend::lookup;
  functions.has_log = ProbeBackend::has_log;
  functions.reflog_read = ProbeBackend::read_log;
  functions.free = ProbeBackend::release;
  functions.iterator = refuse;
  functions.write = refuse;
  functions.rename = refuse;
  functions.del = refuse;
  functions.ensure_log = refuse;
  functions.reflog_write = refuse;
  functions.reflog_rename = refuse;
  functions.reflog_delete = refuse;
  backend->now = commit;
  backend->before = tree;
  backend->log = log.release();
  check(git_refdb_set_backend(refdb.get(), &backend.release()->functions), "cannot read a reflog");
  check(git_repository_set_refdb(memory.get(), refdb.get()), "cannot read a reflog");

  ObjectHandle taken;
  const std::string question = fmt::format("{}@{{{}}}", kProbe, date);
  if (git_revparse_single(out(taken), memory.get(), question.c_str()) < 0) return {};
  return git_oid_equal(git_object_id(taken.get()), &commit) == 1;
}

}  // namespace

void require_reflog_reach(git_repository* repository, const std::string& name) {
  const auto logged = parse_logged_name(name);
  if (!logged) return;
  ReferenceHandle reference;
  if (git_reference_dwim(out(reference), repository, logged->reference.c_str()) < 0) return;
  const char* const full_name = git_reference_name(reference.get());
  const std::string branch = git_reference_shorthand(reference.get());
  const std::string hint =
      logged->is_date
          ? fmt::format("name a commit, such as the one that git rev-list -1 --before={} {} prints",
                        shell_quote(logged->entry), shell_quote(branch))
          : std::string("name a commit");
  // libgit2 makes an empty log where it is asked to read one that is not there.
  ReflogHandle log;
  if (git_reference_has_log(repository, full_name) == 1) {
    check(git_reflog_read(out(log), repository, full_name), "cannot read the reflog of '{}'",
          branch);
  }
  if (!log || git_reflog_entrycount(log.get()) == 0) {
    throw Error(
        fmt::format("revision '{}': this clone has not recorded where '{}' was", name, branch),
        hint);
  }
  if (!logged->is_date) return;
  const git_reflog_entry* const oldest =
      git_reflog_entry_byindex(log.get(), git_reflog_entrycount(log.get()) - 1);
  const git_time_t begin = git_reflog_entry_committer(oldest)->when.time;
  const git_oid commit = *git_reflog_entry_id_new(oldest);
  const auto reached =
      is_reached(repository, read_apart(repository, full_name), begin, commit, logged->entry);
  if (reached.value_or(true)) return;
  throw Error(fmt::format("revision '{}': this clone knows where '{}' was from {:%Y-%m-%d} on, and "
                          "not before",
                          name, branch, fmt::gmtime(begin)),
              hint);
}

}  // namespace l10n_drift
