#include "git/objects.h"

#include <algorithm>
#include <map>
#include <utility>

#include "git/ancestry.h"
#include "git/commit_logs.h"
#include "git/fetch.h"
#include "git/history_walk_impl.h"
#include "git/merge_bases.h"
#include "git/objects_impl.h"
#include "git/open.h"
#include "git/removal_search.h"
#include "git/rename_search.h"
#include "git/tree_difference.h"
#include "text/shell.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

void list_below(ObjectStore& store, const ObjectId& tree, const std::string& prefix,
                std::vector<TreeFile>& files) {
  for_each_entry(store, tree, [&](std::string_view name, const TreeEntry& entry) {
    std::string path = prefix;
    path += name;
    if (entry.kind() == EntryKind::kFolder) {
      list_below(store, entry.id, path + '/', files);
    } else {
      files.push_back({std::move(path), entry});
    }
  });
}

}  // namespace

Objects::Objects(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Objects::Objects(Objects&&) noexcept = default;
Objects& Objects::operator=(Objects&&) noexcept = default;
Objects::~Objects() = default;

Objects Objects::for_another_thread() const { return Objects(std::make_unique<Impl>(*impl_)); }

Objects::Impl::Impl(const Impl& first)
    : opened_path(first.opened_path),
      missing_blobs(first.missing_blobs),
      meter(first.meter),
      clone(first.clone),
      objects_folder(first.objects_folder),
      shared(first.shared) {
  const Meter::Scope scope(meter, Phase::kOpen);
  objects = open_objects_apart(objects_folder);
  set_up();
}

void Objects::Impl::open(git_repository* repository) {
  clone = describe_clone(repository, opened_path);
  objects_folder = l10n_drift::objects_folder(repository);
  choose_mapping(objects_folder);
  OdbHandle odb;
  check(git_repository_odb(out(odb), repository), "cannot open the object database");
  objects = wrap_objects(odb.get());
  set_up();
}

void Objects::Impl::set_up() {
  store = std::make_unique<ObjectStore>(objects.get(), clone, meter, *shared);
  similarity = std::make_unique<Similarity>(*store);
  comparisons = std::make_unique<TreeComparisons>(*store);
}

bool Objects::is_shallow() const { return impl_->clone.is_shallow(); }
bool Objects::is_partial() const { return impl_->clone.is_partial(); }

bool Objects::want(const std::vector<ObjectId>& blobs) const {
  if (!is_partial()) return true;
  bool are_obtained = impl_->has_obtained;
  for (const ObjectId& blob : blobs) {
    if (impl_->obtained.contains(blob)) continue;
    impl_->wanted.insert(blob);
    are_obtained = false;
  }
  return are_obtained;
}

void Objects::obtain_wanted() const {
  require({impl_->wanted.begin(), impl_->wanted.end()});
  impl_->obtained.merge(impl_->wanted);
  impl_->wanted.clear();
  impl_->has_obtained = true;
}

void Objects::require(const std::vector<ObjectId>& blobs) const {
  if (!is_partial()) return;
  std::vector<ObjectId> lacking = impl_->find_missing(blobs);
  if (lacking.empty()) return;
  if (impl_->missing_blobs == MissingBlobs::kRefuse) {
    throw Error(fmt::format("the clone is partial, and lacks {} that must be read",
                            plural(lacking.size(), "file version")),
                "have git fetch what is missing: --fetch-missing");
  }
  impl_->fetch(std::move(lacking));
}

std::vector<ObjectId> Objects::Impl::find_missing(const std::vector<ObjectId>& blobs) {
  std::vector<ObjectId> missing;
  const auto is_there = [this](const ObjectId& id) { return store->has(id); };
  std::remove_copy_if(blobs.begin(), blobs.end(), std::back_inserter(missing), is_there);
  if (missing.empty()) return missing;
  store->refresh();  // Somebody may have fetched them.
  std::erase_if(missing, is_there);
  return missing;
}

void Objects::Impl::fetch(std::vector<ObjectId> missing) {
  const std::vector<std::string>& promisors = clone.promisors;
  for (std::size_t i = 0; i < promisors.size() && !missing.empty(); ++i) {
    const FetchEnd end = fetch_objects(clone.git_dir, promisors[i], missing);
    if (end == FetchEnd::kFailed && i + 1 == promisors.size()) {
      throw Error(fmt::format("git cannot fetch what is missing from '{}'", promisors[i]),
                  fmt::format("git -C {} fetch {} shows whether the remote can be reached",
                              shell_quote(opened_path), shell_quote(promisors[i])));
    }
    missing = find_missing(missing);
  }
}

std::optional<ObjectId> Objects::find_folder(const ObjectId& tree, std::string_view folder) const {
  return impl_->store->find_folder(tree, folder);
}

std::vector<TreeFile> Objects::list_files(const ObjectId& tree, const std::string& folder) const {
  std::vector<TreeFile> files;
  const auto id = find_folder(tree, folder);
  if (id) list_below(*impl_->store, *id, folder.empty() ? "" : folder + '/', files);
  return files;
}

std::vector<std::string> Objects::list_folders(const ObjectId& tree,
                                               const std::string& folder) const {
  std::vector<std::string> names;
  const auto id = find_folder(tree, folder);
  if (!id) return names;
  for_each_entry(*impl_->store, *id, [&](std::string_view name, const TreeEntry& entry) {
    if (entry.kind() == EntryKind::kFolder) names.emplace_back(name);
  });
  return names;
}

std::vector<std::optional<TreeEntry>> Objects::find_files(
    const ObjectId& tree, const std::vector<std::string_view>& paths) const {
  return impl_->store->find_entries(tree, paths);
}

std::string Objects::read_blob(const ObjectId& blob) const {
  return std::string(impl_->store->read_blob(blob).view());
}

RawCommit Objects::read_commit(const ObjectId& commit) const {
  return impl_->store->read_commit(commit);
}

CommitStamp Objects::stamp(const ObjectId& commit) const {
  const RawCommit raw = read_commit(commit);
  return {commit.hex(), iso_date(raw.time, raw.offset_minutes)};
}

SourceCommit Objects::describe(const ObjectId& commit) const {
  const CommitStamp stamped = stamp(commit);
  return {stamped.commit, stamped.date,
          commit_subject(impl_->store->read_commit_bytes(commit).view())};
}

NamedCommit Objects::find_commit(std::string_view hex) const {
  return impl_->store->find_commit(hex);
}

std::string Objects::message(const ObjectId& commit) const {
  return std::string(commit_message(impl_->store->read_commit_bytes(commit).view()));
}

std::string Objects::author(const ObjectId& commit) const {
  return commit_author(impl_->store->read_commit_bytes(commit).view());
}

std::vector<ObjectId> Objects::find_merge_bases(const ObjectId& one, const ObjectId& other) const {
  MergeBases bases = l10n_drift::find_merge_bases(*impl_->store, one, other);
  if (bases.commits.empty() && bases.is_cut) {
    throw Error("the clone is shallow: its history ends before base and branch meet",
                fmt::format("git -C {} fetch --unshallow", shell_quote(impl_->opened_path)));
  }
  return std::move(bases.commits);
}

std::vector<Reach> Objects::find_ancestry(const std::vector<AncestryQuery>& queries) const {
  Ancestry ancestry(*impl_->store);
  std::map<std::pair<ObjectId, ObjectId>, Reach> known;  // Pages often share both commits.
  std::vector<Reach> answers;
  for (const auto& [ancestor, descendant] : queries) {
    const auto [place, is_new] = known.try_emplace({ancestor, descendant});
    if (is_new) place->second = ancestry.find(ancestor, descendant);
    answers.push_back(place->second);
  }
  return answers;
}

std::vector<std::vector<ObjectId>> Objects::find_logs(const ObjectId& tip,
                                                      const std::vector<LogQuery>& queries) const {
  std::vector<std::string> paths;
  for (const LogQuery& query : queries) paths.push_back(query.path);
  CommitLogs logs(*impl_->store, paths);
  std::vector<std::vector<ObjectId>> found;
  for (const LogQuery& query : queries) found.push_back(logs.find(tip, query.since, query.path));
  return found;
}

void Objects::walk_history(const ObjectId& start, const std::vector<FollowedFile>& files,
                           const Layout& layout, const TouchVisitor& visit,
                           const WalkProgress& progress) const {
  HistoryWalk(*impl_->store, layout, {*impl_->similarity, wanting(), [this] { obtain_wanted(); }},
              visit, progress)
      .run(start, files);
}

int Objects::similarity(const ObjectId& from, const ObjectId& to) const {
  return impl_->similarity->compare(from, to).percent;
}

std::vector<ChangedFile> Objects::changed_files(const ObjectId& from, const ObjectId& to,
                                                const std::string& folder) const {
  const std::string prefix = folder.empty() ? folder : folder + '/';
  const auto blob = [](const TreeEntry* entry) -> std::optional<ObjectId> {
    if (entry == nullptr || entry->kind() != EntryKind::kFile) return {};
    return entry->id;
  };
  std::vector<ChangedFile> changed;
  visit_differences(
      *impl_->store, find_folder(from, folder), find_folder(to, folder),
      [](std::string_view) { return true; },
      [&](const std::string& path, const TreeEntry* before, const TreeEntry* after) {
        changed.push_back({prefix + path, blob(before), blob(after)});
      });
  return changed;
}

std::unique_ptr<Renames> Objects::renames(const ObjectId& from, const ObjectId& to,
                                          const std::string& folder,
                                          const PathFilter& is_candidate) const {
  const std::string prefix = folder.empty() ? folder : folder + '/';
  TreeDifference difference =
      impl_->comparisons->compare(find_folder(from, folder), find_folder(to, folder));
  for (std::vector<TreeFile>* const files : {&difference.removed, &difference.added}) {
    for (TreeFile& file : *files) file.path.insert(0, prefix);
    if (!is_candidate) continue;
    std::erase_if(*files, [&](const TreeFile& file) { return !is_candidate(file.path); });
  }
  return std::make_unique<RenameSearch>(*impl_->similarity, std::move(difference), wanting());
}

std::unique_ptr<Removals> Objects::removals(const ObjectId& tip, const std::string& folder) const {
  return std::make_unique<RemovalSearch>(*impl_->store, tip, folder);
}

// What waits for the blobs of a partial clone; empty in any other.
std::function<bool(const std::vector<ObjectId>&)> Objects::wanting() const {
  if (!is_partial()) return {};
  return [this](const std::vector<ObjectId>& blobs) { return want(blobs); };
}

Meter::Scope Objects::measure(Phase phase) const { return {impl_->meter, phase}; }

Statistics Objects::statistics() const { return impl_->meter.statistics(); }

}  // namespace l10n_drift
