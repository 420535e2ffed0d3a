#include "coverage/verdict.hpp"

#include <utility>

namespace houvast::inline v0_1::detail {
namespace {

int seriousness(Status status) {
  switch (status) {
    case Status::kMissing:
      return 3;
    case Status::kAttention:
      return 2;
    case Status::kUnknown:
      return 1;
    case Status::kOk:
    case Status::kNotApplicable:
      break;
  }
  return 0;
}

}  // namespace

void Verdict::raise(Status to) {
  if (seriousness(to) > seriousness(status)) status = to;
}

void Verdict::note(std::string kind, std::string id, std::string role, std::optional<double> value, std::string of) {
  evidence.push_back({std::move(kind), std::move(id), std::move(role), value, std::move(of)});
}

void Verdict::note_number(const std::string& name, double value) {
  note("count", name, name, value);
}

void Verdict::claim(std::string id, Arguments args) {
  claims.push_back({std::move(id), std::move(args)});
}

void Verdict::claim_about(std::string id, const std::string& kind, const std::vector<std::string>& names) {
  if (!names.empty()) claim(std::move(id), {{"names", named(kind, names)}});
}

void Verdict::need(std::string id) {
  needed.push_back({std::move(id), {}});
}

void Verdict::too_few(const std::string& kind, const std::vector<std::string>& groups) {
  if (groups.empty()) return;
  raise(Status::kUnknown);
  claim_about("coverage.too_few_people", kind, groups);
  need("coverage.see_inside");
}

void Verdict::not_shown(const std::string& kind, const std::vector<std::string>& groups) {
  if (groups.empty()) return;
  raise(Status::kUnknown);
  claim_about("coverage.answers_not_shown", kind, groups);
  need("coverage.see_inside");
}

Verdict not_known(std::string claim, std::string needed) {
  return {.status = Status::kUnknown, .claims = {{std::move(claim), {}}}, .needed = {{std::move(needed), {}}}};
}

Verdict does_not_apply(std::string claim) {
  return {.status = Status::kNotApplicable, .claims = {{std::move(claim), {}}}};
}

}  // namespace houvast::inline v0_1::detail
