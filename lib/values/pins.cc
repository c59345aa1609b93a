#include "l10n_drift/pins.h"

namespace l10n_drift {

const char* to_string(PinState state) {
  switch (state) {
    case PinState::kMissing:
      return "missing";
    case PinState::kInvalid:
      return "invalid";
    case PinState::kLagging:
      break;
  }
  return "lagging";
}

}  // namespace l10n_drift
