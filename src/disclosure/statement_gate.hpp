#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "disclosure/composite_audit.hpp"
#include "disclosure/parts.hpp"
#include "disclosure/statement_audit.hpp"
#include "scoring/tested_differences.hpp"

namespace houvast::inline v0_1::detail {

/// Leaves out statements that would tell of few.
class StatementGate {
 public:
  /// @param answers of every question that is told, and @param tested how differences were looked for
  StatementGate(const std::vector<ToldAnswers>& answers, const std::vector<TestedInstrument>& tested,
                std::int64_t threshold);

  /// Leaves out differences on questions.
  void keep_tellable_questions(std::vector<SupportedDifference>& differences);
  /// Leaves out differences on elements and instruments; after those on questions.
  /// @param reliability that is told, so that it tells how alike people answer
  void keep_tellable_sums(const std::vector<ReleasedReliability>& reliability,
                          std::vector<SupportedDifference>& differences) const;

  /// Whether a change may be said: of a question, of an element, or of an instrument.
  [[nodiscard]] bool may_say_change(const SupportedChange& change) const;
  /// Whether an order may be said; of one that follows from the figures only what follows.
  [[nodiscard]] bool may_say_order(SupportedOrder& order) const;
  /// Whether it may be told how the answers to the questions of an element go together.
  [[nodiscard]] bool may_tell_reliability(const ReleasedReliability& of) const;

 private:
  using Key = std::tuple<WaveId, InstrumentId, std::string>;
  // A question, and what was found of it.
  struct Judged {
    const ToldAnswers* answers = nullptr;
    Tellable told;
  };

  [[nodiscard]] bool may_say(const Compared& what, const WaveId& wave) const;
  [[nodiscard]] bool may_say_of_element(const WaveId& wave, const InstrumentId& instrument,
                                        const std::string& element) const;
  void keep_tellable(Judged& question, std::vector<SupportedDifference>& differences) const;
  void keep_tellable(const TestedInstrument& tested, const std::vector<ReleasedReliability>& reliability,
                     std::vector<SupportedDifference>& differences) const;
  [[nodiscard]] const TestedInstrument* tested(const ToldAnswers& answers) const;
  [[nodiscard]] StatedQuestion compared(const ToldAnswers& answers) const;
  [[nodiscard]] static std::vector<std::string> groups_of(const std::vector<const Judged*>& questions,
                                                          const std::vector<std::string>& groups);
  // What questions can be together, at each place of the limit.
  [[nodiscard]] static std::vector<CompositeLimit> limits(const std::vector<const Judged*>& questions,
                                                          const std::vector<std::string>& groups,
                                                          const std::vector<double>& levels);
  [[nodiscard]] std::vector<const Judged*> questions_of(const WaveId& wave, const InstrumentId& instrument,
                                                        const std::string& element) const;

  const std::vector<TestedInstrument>& tested_;
  std::int64_t threshold_;
  std::map<Key, Judged> judged_;
};

}  // namespace houvast::inline v0_1::detail
