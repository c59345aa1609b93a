#include "git/open.h"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "git/clone.h"
#include "text/shell.h"

namespace l10n_drift {
namespace {

namespace fs = std::filesystem;

// How much of the packs is mapped at a time. Where pictures lie between the trees, a walk jumps
// over all of a pack, and a limit below its size means that the same windows are mapped and
// unmapped again and again: 3.5 times the time, on two threads that stop each other to do so. What
// is mapped counts as resident, but is the kernel's to take back.
struct Mapping {
  std::size_t window;
  std::size_t limit;
};
constexpr Mapping kMapping = {std::size_t{32} << 20, std::size_t{2} << 30};

// Packs with larger indexes than this, of some two million objects, are not opened twice. Where
// they are so large, nearly all of the time goes to one thread, the walk's, and to commits and
// trees, which it reads almost in order: a small part is mapped, and costs no time.
constexpr std::uintmax_t kLargestIndexes = std::uintmax_t{64} << 20;
constexpr Mapping kMappingOfLarge = {std::size_t{4} << 20, std::size_t{64} << 20};

// Extensions of the format (gitrepository-layout(5)) that change nothing for who only reads: who
// must not delete objects, where else settings stand, how paths of work trees are written, and that
// objects are missing, which is seen to elsewhere.
constexpr const char* kExtensions[] = {"preciousobjects", "worktreeconfig", "relativeworktrees",
                                       "partialclone"};

// libgit2, set up once for the process.
void start_libgit2() {
  static const bool started = [] {
    check(git_libgit2_init(), "cannot start libgit2");
    // What is read is read once (see ObjectStore), and git log does not verify hashes either.
    git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, std::data(kExtensions), std::size(kExtensions));
    return true;
  }();
  static_cast<void>(started);
}

// The folder that git knows the repository by, without a '/' at its end: the work tree, or the
// repository itself if it is bare. Nothing if there is none at `path` or above.
std::optional<std::string> find_git_dir(const std::string& path) {
  git_buf buffer = GIT_BUF_INIT;
  const int code = git_repository_discover(&buffer, path.c_str(), 1, nullptr);
  std::optional<std::string> found;
  if (code == 0) found.emplace(buffer.ptr, buffer.size);
  git_buf_dispose(&buffer);
  return found;
}

std::string without_suffix(std::string text, const std::string& suffix) {
  if (text.ends_with(suffix)) text.resize(text.size() - suffix.size());
  return text;
}

// The folder that holds the configuration and the objects: of a linked work tree, that of the
// repository it is linked to (gitrepository-layout(5), "commondir").
std::string common_dir(const std::string& git_dir) {
  std::ifstream file(git_dir + "commondir");
  std::string path;
  if (!std::getline(file, path)) return git_dir;
  return (fs::path(git_dir) / path / "").string();
}

std::optional<std::string> config_value(const std::string& git_dir, const char* key) {
  ConfigHandle config;
  const std::string path = common_dir(git_dir) + "config";
  if (git_config_open_ondisk(out(config), path.c_str()) < 0) return {};
  git_buf buffer = GIT_BUF_INIT;
  std::optional<std::string> value;
  if (git_config_get_string_buf(&buffer, config.get(), key) == 0) {
    value.emplace(buffer.ptr, buffer.size);
  }
  git_buf_dispose(&buffer);
  return value;
}

// Formats of a repository that libgit2 does not read; it would say "unsupported extension".
void refuse_formats(const std::string& path) {
  const auto git_dir = find_git_dir(path);
  if (!git_dir) return;
  const auto hash = config_value(*git_dir, "extensions.objectformat");
  if (hash && *hash != "sha1") {
    throw Error(
        fmt::format("cannot open repository '{}': it uses {} object ids, and only SHA-1 "
                    "ones are supported",
                    path, *hash == "sha256" ? "SHA-256" : *hash));
  }
  const auto refs = config_value(*git_dir, "extensions.refstorage");
  if (refs && *refs != "files") {
    throw Error(fmt::format("cannot open repository '{}': its refs are stored as '{}', and only "
                            "files are supported",
                            path, *refs),
                "git refs migrate --ref-format=files");
  }
}

// libgit2 1.5.1 says of a repository of another user that the value 'safe.directory' was not found;
// newer ones have a code for it.
bool is_refused_for_owner(int code, const std::string& reason) {
  return code == GIT_EOWNER ||
         (code == GIT_ENOTFOUND && reason.find("safe.directory") != std::string::npos);
}

// Bytes of all indexes of packs.
std::uintmax_t size_of_indexes(const std::string& objects_folder) {
  std::uintmax_t size = 0;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(objects_folder + "/pack", error)) {
    if (file.path().extension() == ".idx") size += file.file_size(error);
  }
  return size;
}

bool has_large_packs(const std::string& objects_folder) {
  return size_of_indexes(objects_folder) > kLargestIndexes;
}

// libgit2 1.7 and later read `shallow` and `info/grafts` when they open a repository, and then take
// the parents of commits from there, where we read history as it was committed. They do it before
// they look at the owner, and fail on what git allows: comments, blank lines, any end of line. This
// is GIT_ERROR_GRAFTS, which older versions do not have.
constexpr int kErrorOfGrafts = 36;

bool is_failure_of_grafts(int code) {
  const git_error* const error = git_error_last();
  return code < 0 && error != nullptr && error->klass == kErrorOfGrafts;
}

bool is_own(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && status.st_uid == geteuid();
}

// The work tree of the repository, as libgit2 looks for it.
std::optional<std::string> find_work_tree(const std::string& git_dir) {
  std::ifstream link(git_dir + "gitdir");  // Of a linked work tree: where its `.git` is.
  std::string path;
  if (std::getline(link, path)) return (fs::path(git_dir) / path).parent_path().string();
  if (const auto named = config_value(git_dir, "core.worktree")) {
    return (fs::path(git_dir) / *named).string();
  }
  int is_bare = 0;
  const auto bare = config_value(git_dir, "core.bare");
  if (bare && git_config_parse_bool(&is_bare, bare->c_str()) == 0 && is_bare == 1) return {};
  return fs::path(git_dir).parent_path().parent_path().string();
}

// Opens a repository with its history as it was committed. As if it were bare: that leaves both of
// the files alone.
RepositoryHandle open_as_committed(const std::string& git_dir,
                                   const std::optional<std::string>& work_tree) {
  RepositoryHandle repository;
  check(git_repository_open_bare(out(repository), git_dir.c_str()), "cannot open repository '{}'",
        git_dir);
  if (work_tree) {
    check(git_repository_set_workdir(repository.get(), work_tree->c_str(), 0),
          "cannot open repository '{}'", git_dir);
  }
  return repository;
}

// The same where libgit2 gave up before it had a look at the owner.
RepositoryHandle open_despite_grafts(const std::string& path) {
  const std::string reason = last_git_error();
  const std::string git_dir = find_git_dir(path).value_or(path);
  const auto work_tree = find_work_tree(git_dir);
  if (!is_own(git_dir) || (work_tree && !is_own(*work_tree))) {
    throw Error(
        fmt::format("cannot open repository '{}': it belongs to another user, and libgit2 "
                    "cannot read its grafts or its boundary: {}",
                    path, reason));
  }
  return open_as_committed(git_dir, work_tree);
}

[[noreturn]] void throw_cannot_open(const std::string& path, int code) {
  const std::string reason = last_git_error();
  if (is_refused_for_owner(code, reason)) {
    const std::string folder =
        without_suffix(without_suffix(find_git_dir(path).value_or(path), "/"), "/.git");
    throw Error(fmt::format("cannot open repository '{}': it belongs to another user", path),
                "git config --global --add safe.directory " + shell_quote(folder));
  }
  if (!fs::exists(path)) {
    throw Error(fmt::format("cannot open repository '{}': no such file or directory", path));
  }
  if (code == GIT_ENOTFOUND) {
    throw Error(fmt::format("cannot open repository '{}': not a git repository", path),
                "run it inside a clone, or name one with -C PATH");
  }
  throw Error(fmt::format("cannot open repository '{}': {}", path, reason));
}

}  // namespace

RepositoryHandle open_repository(const std::string& path) {
  start_libgit2();
  refuse_formats(path);
  RepositoryHandle repository;
  const int code =
      git_repository_open_ext(out(repository), path.c_str(), GIT_REPOSITORY_OPEN_CROSS_FS, nullptr);
  if (is_failure_of_grafts(code)) return open_despite_grafts(path);
  if (code < 0) throw_cannot_open(path, code);
  if (!has_grafts(repository.get())) return repository;
  const char* const work_tree = git_repository_workdir(repository.get());
  return open_as_committed(git_repository_path(repository.get()),
                           work_tree == nullptr ? std::nullopt : std::optional(work_tree));
}

std::string objects_folder(git_repository* repository) {
  return std::string(git_repository_commondir(repository)) + "objects";
}

void choose_mapping(const std::string& objects_folder) {
  const Mapping mapping = has_large_packs(objects_folder) ? kMappingOfLarge : kMapping;
  git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, mapping.window);
  git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, mapping.limit);
}

RepositoryHandle wrap_objects(git_odb* objects) {
  RepositoryHandle repository;
  check(git_repository_wrap_odb(out(repository), objects), "cannot open the object database");
  return repository;
}

RepositoryHandle open_objects_apart(const std::string& folder) {
  static std::atomic<unsigned> spellings = 0;
  std::string path = folder;
  if (!has_large_packs(folder)) {
    for (unsigned i = ++spellings; i > 0; --i) path += "/.";
  }
  OdbHandle objects;
  check(git_odb_open(out(objects), path.c_str()), "cannot open the object database");
  return wrap_objects(objects.get());
}

}  // namespace l10n_drift
