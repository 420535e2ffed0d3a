#include <map>

#include "coverage/context.hpp"
#include "houvast/graph/groups.hpp"

// Checks on ties between and within groups: C8 domains, C9 levels, C16 organisations.
namespace houvast::detail {
namespace {

constexpr std::int64_t kPermutations = 499;

// Position in a list of words, -1 when not in it.
std::int32_t index_in(const Vocabulary& vocabulary, const std::string& id) {
  for (std::size_t i = 0; i < vocabulary.terms().size(); ++i) {
    if (vocabulary.terms()[i].id == id) return static_cast<std::int32_t>(i);
  }
  return -1;
}

// One code per position of the network: the party's word in a vocabulary, -1 = not known.
template <class WordOf>
std::vector<std::int32_t> codes(const CoverageContext& context, const Vocabulary& vocabulary, const WordOf& word_of) {
  std::vector<std::int32_t> result;
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(context.network->network.size()); ++i) {
    result.push_back(index_in(vocabulary, word_of(context.at(i))));
  }
  return result;
}

// Ties between each two groups (and within, on the diagonal), whatever their direction.
std::vector<std::vector<PairCount>> pairs_between(const CoverageContext& context, const std::vector<std::int32_t>& code,
                                                  std::size_t groups) {
  std::vector<std::vector<PairCount>> pairs(groups, std::vector<PairCount>(groups));
  context.for_each_pair([&](std::int32_t a, std::int32_t b, bool tied, bool seen) {
    std::int32_t g = code[static_cast<std::size_t>(a)], h = code[static_cast<std::size_t>(b)];
    if (g < 0 || h < 0) return;
    if (h < g) std::swap(g, h);
    pairs[static_cast<std::size_t>(g)][static_cast<std::size_t>(h)].add(tied, seen);
  });
  return pairs;
}

void add_number(Finding& finding, const std::string& name, double value) {
  finding.evidence.push_back({"count", name, name, value, ""});
}

}  // namespace

Finding check_domain_pairs(const CoverageContext& context) {
  Finding finding;
  finding.check = "C8";
  finding.questions = {"E6.1"};
  finding.title = {"Elk paar domeinen heeft contacten", "Every pair of domains has ties"};
  const Thresholds& limits = context.thresholds();
  finding.rule = {
      "Elke twee domeinen die meedoen hebben minstens één contact met elkaar (beoordeeld als over minstens " +
          percent(limits.observed) +
          "% van de mogelijke contacten iets is gemeld), en contacten blijven niet vaker binnen het domein dan bij "
          "toeval "
          "(E-I-index, permutatietoets, kans onder " +
          percent(limits.significance) + "%).",
      "Every two domains that take part have at least one tie with each other (judged when somebody told about at "
      "least " +
          percent(limits.observed) +
          "% of the possible ties), and ties do not stay inside a domain more than by chance (E-I index, permutation "
          "test, "
          "chance below " +
          percent(limits.significance) + "%)."};
  if (!context.network) return ties_not_measured(std::move(finding));
  const std::vector<Term>& domains = context.profile().domains.terms();
  const std::vector<std::int32_t> code =
      codes(context, context.profile().domains, [](const Party& party) { return party.domain; });
  std::vector<bool> present(domains.size());
  bool some_without_domain = false;
  for (const std::int32_t c : code) {
    if (c >= 0) present[static_cast<std::size_t>(c)] = true;
    some_without_domain = some_without_domain || c < 0;
  }
  const auto pairs = pairs_between(context, code, domains.size());
  bool apart = false, undecided = false, several = false;
  LocalizedText text;
  for (std::size_t g = 0; g < domains.size(); ++g) {
    for (std::size_t h = g + 1; h < domains.size(); ++h) {
      if (!present[g] || !present[h]) continue;
      several = true;
      const PairCount& count = pairs[g][h];
      const bool none = count.ties == 0, known = !some_without_domain && count.heard(limits.observed);
      finding.evidence.push_back({"domain", domains[g].id,
                                  !none   ? "ties"
                                  : known ? "apart"
                                          : "undecided",
                                  static_cast<double>(count.ties), domains[h].id});
      if (!none) continue;
      (known ? apart : undecided) = true;
      const LocalizedText names = listed("domain", {domains[g].id, domains[h].id});
      text = joined(text, known ? LocalizedText{"Tussen " + names.nl + " zijn geen contacten.",
                                                "There are no ties between " + names.en + "."}
                                : LocalizedText{"Of er contacten zijn tussen " + names.nl + " is niet bekend.",
                                                "Whether there are ties between " + names.en + " is not known."});
    }
  }
  if (!several) {
    return some_without_domain
               ? not_known(std::move(finding),
                           {"Van te weinig partijen is het domein bekend.", "The domain of too few parties is known."},
                           {"Vul bij elke partij het domein in (kolom domain).",
                            "Fill in every party's domain (column domain)."})
               : does_not_apply(std::move(finding), {"Er doen geen twee domeinen mee.", "No two domains take part."});
  }
  const Estimate ei =
      graph::ei_index(context.network->graph, code, {.permutations = kPermutations, .seed = context.seed()});
  bool inward = false;
  if (ei.defined()) {
    const double p_inward = ei.details.at("p_less_equal");
    inward = ei.value < *ei.expected && p_inward < limits.significance;
    add_number(finding, "ei_index", ei.value);
    add_number(finding, "ei_by_chance", *ei.expected);
    add_number(finding, "ei_p_value", *ei.p_value);
    add_number(finding, "ei_p_inward", p_inward);
    add_number(finding, "ties_between_domains", ei.details.at("external"));
    add_number(finding, "ties_within_domains", ei.details.at("internal"));
    if (inward) {
      text = joined(text, {"Contacten blijven vaker binnen het eigen domein dan bij toeval.",
                           "Ties stay inside the own domain more than by chance."});
    }
  }
  finding.status = apart || inward ? Status::kAttention : undecided ? Status::kUnknown : Status::kOk;
  finding.sentence = text.nl.empty() ? LocalizedText{"Elke twee domeinen die meedoen hebben contacten met elkaar.",
                                                     "Every two domains that take part have ties with each other."}
                                     : text;
  if (undecided) {
    finding.needed = {"Vraag wie nog niets meldde naar contacten, en vul bij elke partij het domein in.",
                      "Ask those who did not report about their ties, and fill in every party's domain."};
  }
  return finding;
}

Finding check_directions(const CoverageContext& context) {
  Finding finding;
  finding.check = "C9";
  finding.questions = {"E3", "S5"};
  finding.title = {"Contacten binnen elk niveau en tussen niveaus", "Ties within every level and between levels"};
  const double observed = context.thresholds().observed;
  const std::string share = percent(observed);
  finding.rule = {
      "Binnen elk niveau minstens één contact tussen organisaties (horizontaal), tussen elke twee opeenvolgende "
      "niveaus "
      "minstens één contact tussen organisaties (verticaal), en in elke organisatie met meer niveaus minstens één "
      "contact "
      "ertussen; beoordeeld als over minstens " +
          share + "% van de mogelijke contacten iets is gemeld.",
      "Within every level at least one tie between organisations (horizontal), between every two successive levels at "
      "least one tie between organisations (vertical), and in every organisation with several levels at least one tie "
      "between them; judged when somebody told about at least " +
          share + "% of the possible ties."};
  const std::vector<Term>& levels = context.profile().levels.terms();
  if (levels.empty()) {
    return does_not_apply(std::move(finding), {"Dit profiel kent geen niveaus.", "This profile has no levels."});
  }
  if (!context.network) return ties_not_measured(std::move(finding));
  const std::vector<std::int32_t> code =
      codes(context, context.profile().levels, [](const Party& party) { return party.level; });
  const std::size_t n = levels.size();
  std::vector<std::vector<PairCount>> inside(n, std::vector<PairCount>(n)), between = inside;
  std::vector<PairCount> vertical(context.organisations.size());
  context.for_each_pair([&](std::int32_t a, std::int32_t b, bool tied, bool seen) {
    std::int32_t g = code[static_cast<std::size_t>(a)], h = code[static_cast<std::size_t>(b)];
    if (g < 0 || h < 0) return;
    if (h < g) std::swap(g, h);
    const std::int32_t of = context.organisation_at(a);
    const bool same = of >= 0 && of == context.organisation_at(b);
    (same ? inside : between)[static_cast<std::size_t>(g)][static_cast<std::size_t>(h)].add(tied, seen);
    if (same && g != h) vertical[static_cast<std::size_t>(of)].add(tied, seen);
  });
  bool lacking = false, undecided = false, judged = false;
  LocalizedText text;
  const auto judge = [&](const PairCount& count, Evidence evidence, const LocalizedText& sentence) {
    if (count.possible == 0) return;
    judged = true;
    if (count.ties > 0) return;
    const bool known = count.heard(observed);
    (known ? lacking : undecided) = true;
    if (!known) evidence.role = "undecided";
    finding.evidence.push_back(std::move(evidence));
    if (known) text = joined(text, sentence);
  };
  for (std::size_t g = 0; g < n; ++g) {
    for (std::size_t h = g; h < n; ++h) {
      const std::string of = g == h ? "" : levels[h].id, direction = g == h ? "horizontal" : "vertical";
      const auto tell = [&](const PairCount& count, const std::string& place) {
        if (count.possible == 0) return;
        finding.evidence.push_back(
            {"level", levels[g].id, direction + "_" + place, static_cast<double>(count.ties), of});
      };
      tell(inside[g][h], "inside");
      tell(between[g][h], "between");
    }
  }
  for (std::size_t g = 0; g < n; ++g) {
    const std::string name = token("level", levels[g].id);
    judge(between[g][g], {"level", levels[g].id, "without_horizontal", std::nullopt, ""},
          {"Binnen " + name + " zijn geen contacten tussen organisaties.",
           "Within " + name + " there are no ties between organisations."});
    if (g + 1 == n) break;
    const LocalizedText both = listed("level", {levels[g].id, levels[g + 1].id});
    judge(between[g][g + 1], {"level", levels[g].id, "without_vertical", std::nullopt, levels[g + 1].id},
          {"Tussen " + both.nl + " zijn geen contacten tussen organisaties.",
           "There are no ties between organisations between " + both.en + "."});
  }
  for (std::size_t o = 0; o < vertical.size(); ++o) {
    const OrganisationMembers& each = context.organisations[o];
    const std::string name = token("organisation", each.spokesman(context.parties()));
    judge(vertical[o], {"organisation", each.id, "without_vertical", std::nullopt, ""},
          {"Binnen " + name + " hebben de niveaus geen contact met elkaar.",
           "Within " + name + " the levels have no ties with each other."});
  }
  if (!judged) {
    return not_known(
        std::move(finding), {"Van te weinig partijen is het niveau bekend.", "The level of too few parties is known."},
        {"Vul bij elke partij het niveau in (kolom level).", "Fill in every party's level (column level)."});
  }
  finding.status = lacking ? Status::kAttention : undecided ? Status::kUnknown : Status::kOk;
  if (undecided) {
    text = joined(text, {"Van een deel van de niveaus is niet bekend of er contacten zijn.",
                         "Of some levels it is not known whether there are ties."});
    finding.needed = {"Vraag wie nog niets meldde naar contacten.", "Ask those who did not report about their ties."};
  }
  finding.sentence = text.nl.empty() ? LocalizedText{"Er zijn contacten binnen elk niveau en tussen de niveaus.",
                                                     "There are ties within every level and between the levels."}
                                     : text;
  return finding;
}

Finding check_cohesion(const CoverageContext& context) {
  Finding finding;
  finding.check = "C16";
  finding.questions = {"S5", "E6.1"};
  finding.title = {"Eerst intern, dan extern", "Internal before external"};
  const double observed = context.thresholds().observed;
  finding.rule = {
      "In elke organisatie met meer partijen is de dichtheid van contacten onderling boven nul en niet lager dan die "
      "met "
      "anderen; beoordeeld als over minstens " +
          percent(observed) + "% van de mogelijke contacten onderling iets is gemeld.",
      "In every organisation with several parties the density of ties among themselves is above zero and not lower "
      "than "
      "that with others; judged when somebody told about at least " +
          percent(observed) + "% of the possible ties among themselves."};
  if (context.organisations.empty()) {
    return not_known(std::move(finding),
                     {"Van geen partij is bekend bij welke organisatie zij hoort.",
                      "It is not known of any party which organisation it belongs to."},
                     {"Vul bij elke partij de organisatie in (kolom organisation).",
                      "Fill in every party's organisation (column organisation)."});
  }
  bool several = false;
  for (const OrganisationMembers& each : context.organisations) several = several || each.parties.size() > 1;
  if (!several) {
    return does_not_apply(std::move(finding), {"Geen organisatie doet mee met meer dan één partij.",
                                               "No organisation takes part with more than one party."});
  }
  if (!context.network) return ties_not_measured(std::move(finding));
  std::vector<PairCount> internal(context.organisations.size()), external = internal;
  context.for_each_pair([&](std::int32_t a, std::int32_t b, bool tied, bool seen) {
    const std::int32_t g = context.organisation_at(a), h = context.organisation_at(b);
    if (g >= 0 && g == h) internal[static_cast<std::size_t>(g)].add(tied, seen);
    if (g >= 0 && g != h) external[static_cast<std::size_t>(g)].add(tied, seen);
    if (h >= 0 && g != h) external[static_cast<std::size_t>(h)].add(tied, seen);
  });
  std::vector<std::string> loose, undecided;
  std::int64_t judged = 0;
  for (std::size_t o = 0; o < context.organisations.size(); ++o) {
    const OrganisationMembers& each = context.organisations[o];
    if (each.parties.size() < 2) continue;
    const PairCount &in = internal[o], &out = external[o];
    const std::string spokesman = each.spokesman(context.parties());
    if (!in.heard(observed)) {
      undecided.push_back(spokesman);
      finding.evidence.push_back({"organisation", each.id, "undecided", std::nullopt, ""});
      continue;
    }
    const double within = static_cast<double>(in.ties) / static_cast<double>(in.observed);
    const double beyond = out.observed == 0 ? 0 : static_cast<double>(out.ties) / static_cast<double>(out.observed);
    ++judged;
    if (in.ties > 0 && within >= beyond) continue;
    loose.push_back(spokesman);
    finding.evidence.push_back({"organisation", each.id, "internal_density", within, ""});
    finding.evidence.push_back({"organisation", each.id, "external_density", beyond, ""});
    finding.evidence.push_back({"organisation", each.id, "loose_inside", std::nullopt, ""});
  }
  add_number(finding, "organisations_judged", static_cast<double>(judged));
  finding.status = !loose.empty() ? Status::kAttention : !undecided.empty() ? Status::kUnknown : Status::kOk;
  finding.sentence =
      joined(about("organisation", loose,
                   {"heeft onderling geen contact, of minder dan met anderen",
                    "hebben onderling geen contact, of minder dan met anderen",
                    "has no ties among its own parties, or fewer than with others",
                    "have no ties among their own parties, or fewer than with others"}),
             about("organisation", undecided,
                   {"meldde te weinig over onderling contact", "meldden te weinig over onderling contact",
                    "told too little about ties among its own parties",
                    "told too little about ties among their own parties"}));
  if (!undecided.empty()) {
    finding.needed = {"Vraag deze organisaties alsnog naar hun onderlinge contacten.",
                      "Ask these organisations about the ties among their own parties after all."};
  }
  if (finding.sentence.nl.empty()) {
    finding.sentence = {"Elke organisatie met meer partijen is onderling minstens zo verbonden als met anderen.",
                        "Every organisation with several parties is at least as tied inside as with others."};
  }
  return finding;
}

}  // namespace houvast::detail
