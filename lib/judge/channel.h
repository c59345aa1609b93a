#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace l10n_drift {

// Carries values from some threads to others, in order, each to one of them. Sending never waits.
template <typename Value>
class Channel {
 public:
  void send(Value value) {
    const std::lock_guard lock(mutex_);
    values_.push_back(std::move(value));
    changed_.notify_one();
  }

  // Nothing more will be sent.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

  // Nothing more will be sent, and what was is of no use without it.
  void abandon() {
    const std::lock_guard lock(mutex_);
    closed_ = abandoned_ = true;
    values_.clear();
    changed_.notify_all();
  }

  // The next value, as soon as there is one; nothing once the channel is closed and empty.
  std::optional<Value> receive() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !values_.empty(); });
    return take();
  }

  // The next value, if there is one now.
  std::optional<Value> try_receive() {
    const std::lock_guard lock(mutex_);
    return take();
  }

  // Values that wait.
  std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return values_.size();
  }

  bool is_abandoned() const {
    const std::lock_guard lock(mutex_);
    return abandoned_;
  }

 private:
  std::optional<Value> take() {
    if (values_.empty()) return {};
    std::optional<Value> value = std::move(values_.front());
    values_.pop_front();
    return value;
  }

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Value> values_;
  bool closed_ = false;
  bool abandoned_ = false;
};

}  // namespace l10n_drift
