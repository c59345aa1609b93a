#pragma once

#include <fmt/format.h>
#include <git2.h>
#include <git2/sys/hashsig.h>

#include <memory>
#include <string>
#include <utility>

#include "l10n_drift/error.h"
#include "values/object_id.h"

namespace l10n_drift {

// libgit2's objects under C++ ownership, and its return codes as our errors. Only files of lib/git
// may include this.

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};

using BlobHandle = std::unique_ptr<git_blob, Deleter<git_blob_free>>;
using BranchIteratorHandle =
    std::unique_ptr<git_branch_iterator, Deleter<git_branch_iterator_free>>;
using ConfigHandle = std::unique_ptr<git_config, Deleter<git_config_free>>;
using HashSignatureHandle = std::unique_ptr<git_hashsig, Deleter<git_hashsig_free>>;
using ObjectHandle = std::unique_ptr<git_object, Deleter<git_object_free>>;
using OdbHandle = std::unique_ptr<git_odb, Deleter<git_odb_free>>;
using OdbObjectHandle = std::unique_ptr<git_odb_object, Deleter<git_odb_object_free>>;
using PatchHandle = std::unique_ptr<git_patch, Deleter<git_patch_free>>;
using ReferenceHandle = std::unique_ptr<git_reference, Deleter<git_reference_free>>;
using RemoteHandle = std::unique_ptr<git_remote, Deleter<git_remote_free>>;
using RepositoryHandle = std::unique_ptr<git_repository, Deleter<git_repository_free>>;

// Hands a unique_ptr to a function of C that wants to fill a pointer: `git_x_new(out(handle))`.
template <typename Handle>
class OutPointer {
 public:
  explicit OutPointer(Handle& handle) : handle_(handle) {}
  OutPointer(const OutPointer&) = delete;
  OutPointer& operator=(const OutPointer&) = delete;
  ~OutPointer() { handle_.reset(raw_); }
  // Implicit, so that it can stand where the pointer is expected.
  operator typename Handle::pointer *() { return &raw_; }  // NOLINT(google-explicit-constructor)

 private:
  Handle& handle_;
  typename Handle::pointer raw_ = nullptr;
};

template <typename Handle>
OutPointer<Handle> out(Handle& handle) {
  return OutPointer<Handle>(handle);
}

// What libgit2 says of the last failure on this thread, on one line.
std::string last_git_error();

// Throws Error("<context>: <libgit2's message>") where `code` is a failure. To be called at once:
// the next call of libgit2 may change the message.
template <typename... Args>
void check(int code, fmt::format_string<Args...> context, Args&&... args) {
  if (code >= 0) return;
  const std::string reason = last_git_error();
  throw Error(fmt::format("{}: {}", fmt::format(context, std::forward<Args>(args)...), reason));
}

inline ObjectId from_git(const git_oid& oid) { return ObjectId::from_raw(oid.id); }

inline git_oid to_git(const ObjectId& id) {
  git_oid oid;
  git_oid_fromraw(&oid, id.bytes.data());
  return oid;
}

}  // namespace l10n_drift
