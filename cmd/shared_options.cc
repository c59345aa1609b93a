#include "shared_options.h"

#include "help.h"
#include "option_values.h"

namespace l10n_drift {
namespace {

constexpr Choice<Granularity> kGranularities[] = {{"block", Granularity::kBlock},
                                                  {"file", Granularity::kFile}};
constexpr Choice<ColorWhen> kColors[] = {
    {"auto", ColorWhen::kAuto}, {"always", ColorWhen::kAlways}, {"never", ColorWhen::kNever}};

}  // namespace

void SharedOptions::add_to(CLI::App& app, Options& options) {
  Comparison& comparison = values_.comparison;
  begin_group(app, kHistoryGroup);
  app.add_option("-C,--repo", comparison.repository, "repository, or a folder inside one [.]")
      ->type_name("PATH");
  app.add_option("--base", comparison.base, "revision with the newest sources [main, else master]")
      ->type_name("REV");
  app.add_option("--branch", comparison.branch,
                 "revision with the translations; auto: the newest\n"
                 "milestone of the language that is not merged [HEAD]")
      ->type_name("REV|auto");
  app.add_option("--since", values_.since,
                 "compare with the sources at this revision, for all\n"
                 "translations; auto: the previous milestone")
      ->type_name("REV|auto");
  app.add_option("--source-lang", comparison.source_language, "language of the sources [en]")
      ->type_name("CODE");
  app.add_option("--granularity", granularity_,
                 "block: look into pages (Markdown, MDX, HTML) for\n"
                 "what is out of date in them; file: take each as\n"
                 "a whole [block]")
      ->type_name("UNIT");
  app.add_option("--config", comparison.config_file,
                 "file with the configuration [.l10n-drift.json]")
      ->type_name("FILE");
  app.add_flag("--allow-shallow", values_.allow_shallow,
               "report what the history of a shallow clone tells");
  app.add_flag("--fetch-missing", comparison.fetch_missing,
               "let git fetch what a partial clone lacks");
  begin_group(app, kOutputGroup);
  app.add_option("-o,--output", options.output, "write to a file, whole or not at all")
      ->type_name("FILE");
  app.add_option("--color", color_, "when to use colours: auto, always or never [auto]")
      ->type_name("WHEN");
  begin_group(app, kMessagesGroup);
  app.add_option("--threads", threads_, "how many threads to use [one for each core]")
      ->type_name("N");
  app.add_flag("--stats", options.stats, "tell on standard error what each phase takes");
  app.add_flag("-v,--verbose", verbose_, "say more on standard error");
  app.add_flag("-q,--quiet", quiet_, "say nothing but errors on standard error");
}

void SharedOptions::finish(Options& options) {
  if (verbose_ && quiet_) throw Error("--quiet excludes --verbose");
  if (verbose_) options.verbosity = Verbosity::kVerbose;
  if (quiet_) options.verbosity = Verbosity::kQuiet;
  options.color = choose("--color", color_, kColors);
  values_.granularity = choose("--granularity", granularity_, kGranularities);
  if (!threads_.empty()) values_.threads = parse_number("--threads", threads_);
}

}  // namespace l10n_drift
