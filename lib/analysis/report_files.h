#pragma once

#include <map>
#include <string>
#include <vector>

#include "judge/pair_judge.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "plan/pages.h"
#include "plan/path_selection.h"
#include "plan/plan.h"

namespace l10n_drift {

// The translations that have to be judged for a report: those that are named and that the globs let
// in, and those that
// have lost their source, wherever they are. For that source may be one that the globs let in,
// under a new name, which nobody shall translate anew.
std::vector<Page> translations_to_judge(const Plan& plan, const PathSelection& selection,
                                        const Pages& pages);

// What a report has of files, in the order that Report gives.
struct ReportFiles {
  std::map<std::string, Summary> summaries;
  std::vector<FileReport> files;
  std::vector<LeftOutFile> left_out;
};

// Chooses the files of a report out of all that were judged, and adds those that nobody has
// translated. The summaries count the latter whether or not they are asked for.
ReportFiles choose_files(const Plan& plan, const ReportContents& contents,
                         const PathSelection& selection, const Pages& pages,
                         std::vector<JudgedPair> judged);

}  // namespace l10n_drift
