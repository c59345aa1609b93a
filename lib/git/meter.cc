#include "git/meter.h"

#include <utility>

namespace l10n_drift {

Meter::Scope::Scope(Meter& meter, Phase phase)
    : meter_(meter), outer_(meter.switch_to(&meter.own_[phase])) {}

Meter::~Meter() {
  const std::lock_guard lock(sum_->mutex);
  add(sum_->statistics, own_);
}

PhaseCost* Meter::switch_to(PhaseCost* phase) {
  const Clock::time_point now = Clock::now();
  current_->seconds += std::chrono::duration<double>(now - since_).count();
  since_ = now;
  return std::exchange(current_, phase);
}

std::size_t Meter::objects() const {
  std::size_t objects = outside_.objects();
  for (const auto& [phase, cost] : own_) objects += cost.objects();
  return objects;
}

Statistics Meter::statistics() const {
  Statistics statistics = own_;
  const std::lock_guard lock(sum_->mutex);
  add(statistics, sum_->statistics);
  return statistics;
}

}  // namespace l10n_drift
