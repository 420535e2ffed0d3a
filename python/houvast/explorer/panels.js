// What stands beside and below the map: the party that is chosen, the numbers, what would change, the checks, the table.
// Comes after tools.js.

function panels({ frame, words, own, view, scenario, say, link, ask, tell, answered, refresh, back }) {
  const metrics = make("section", { class: "card metrics", "aria-labelledby": `${own}-whole` });
  const outcome = make("div", { class: "outcome" });
  const about = make("section", { class: "card about", "aria-label": words.party });
  const board = make("section", { class: "card board", "aria-labelledby": `${own}-board` });
  const table = make("div", { class: "wide" });

  function ties(of) {
    const out = view().ties.filter((tie) => tie[0] === of.id || (!view().directed && tie[1] === of.id));
    const into = view().directed ? view().ties.filter((tie) => tie[1] === of.id) : [];
    const item = (tie) => {
      const other = tie[0] === of.id ? tie[1] : tie[0];
      return make("li", {}, link(other), view().weighted ? ` ${say("strength", { value: tie[2] })}` : "");
    };
    const list = (title, number, found) =>
      found.length ? [make("h4", {}, `${title} (${number})`), make("ul", { class: "ties" }, ...found.map(item))] : [];
    const parts = [...list(words.ties_to, of.out ?? of.in, out), ...list(words.ties_from, of.in, into)];
    if (!parts.length) parts.push(make("p", {}, words.no_ties));
    if (of.silent) parts.push(make("p", { class: "small" }, words.silent_note));
    return parts;
  }

  function drawParty(of) {
    about.dataset.shows = String(of?.id ?? null);
    about.scrollTop = 0;
    if (!of) {
      put(about, make("h3", {}, words.party), make("p", {}, words.choose));
      return;
    }
    const evidence = of.evidence.map((each) =>
      make("li", {}, badge(each.status), ` ${each.check} ${each.title}`, each.role ? `: ${each.role}` : ""),
    );
    const out = scenario().removed ?? [];
    const removed = out.includes(of.id);
    put(
      about,
      make("h3", {}, of.name),
      make("dl", {}, ...of.facts.filter(([, value]) => value).flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)])),
      removed || frame.alone
        ? null
        : make(
            "button",
            { type: "button", class: "what-if main", onclick: () => ask({ ask: "remove", parties: [...out, of.id] }) },
            words.what_if,
          ),
      ...ties(of),
      ...(of.cuts.length ? [make("h4", {}, words.cuts), make("ul", {}, ...of.cuts.map((id) => make("li", {}, link(id))))] : []),
      make("h4", {}, words.evidence),
      evidence.length ? make("ul", { class: "evidence" }, ...evidence) : make("p", {}, words.no_evidence),
    );
  }

  // ---- numbers of the whole network
  const metricRow = (metric) => [
    make("dt", {}, words[metric.id]),
    make(
      "dd",
      {},
      make("data", { value: String(metric.value), "data-metric": metric.id }, metric.text),
      metric.note ? make("span", { class: "small" }, ` ${metric.note}`) : "",
    ),
  ];

  function drawMetrics() {
    const all = view().metrics;
    const text = (id) => all.find((metric) => metric.id === id).text;
    put(
      metrics,
      make("h3", { id: `${own}-whole` }, words.whole),
      make("p", { class: "small" }, say("whole_note", { parties: text("parties"), ties: text("ties") })),
      make("dl", {}, ...all.flatMap(metricRow)),
    );
  }

  // ---- what would change
  function drawScenario() {
    const now = scenario();
    answered();
    if (now.problem) {
      tell(`${words.problem} ${now.problem}`);
      refresh(); // shows again which network this is
    }
    if (!now.removed) {
      if (!now.problem) tell("");
      put(outcome);
      return;
    }
    const without = say("without", { names: now.names.join(", ") });
    tell(`${without}: ${say("result", { changed: now.changes.length, unreachable: now.unreachable.length })}`);
    const after = new Map(now.after.map((metric) => [metric.id, metric]));
    const value = (metric, when) =>
      make("td", {}, metric ? make("data", { value: String(metric.value), "data-metric": metric.id, "data-when": when }, metric.text) : "–");
    const row = (metric) =>
      make("tr", {}, make("th", { scope: "row" }, words[metric.id]), value(metric, "before"), value(after.get(metric.id), "after"));
    const change = (each) =>
      make(
        "li",
        { "data-check": each.check, "data-before": each.before, "data-after": each.after },
        `${each.check} ${each.title}: `,
        badge(each.before),
        " → ",
        badge(each.after),
        make("p", { class: "small" }, each.sentence),
      );
    const head = (key) => make("th", { scope: "col" }, words[key]);
    put(
      outcome,
      make("h3", {}, `${words.before} → ${words.after}`),
      make(
        "table",
        { class: "compare" },
        make("thead", {}, make("tr", {}, head("measure"), head("before"), head("after"))),
        make("tbody", {}, ...now.before.map(row)),
      ),
      make("h4", {}, words.unreachable),
      now.unreachable.length
        ? make("ul", { class: "lost" }, ...now.unreachable.map((id) => make("li", { "data-lost": id }, link(id))))
        : make("p", {}, words.nobody),
      make("h4", {}, words.changed),
      now.changes.length ? make("ul", { class: "changes" }, ...now.changes.map(change)) : make("p", {}, words.none_changed),
      now.also.length ? make("p", { class: "small" }, say("also", { checks: now.also.join(", ") })) : null,
      make("button", { type: "button", class: "reset main", onclick: putBack }, words.put_back),
    );
  }

  function putBack() {
    ask({ ask: "reset" });
    back();
  }

  // ---- the board of checks: a symbol and a word for each status
  const badge = (is) =>
    make("span", { class: `badge ${is}` }, make("span", { "aria-hidden": "true" }, `${frame.symbols[is]} `), words[is]);

  function drawBoard() {
    const one = (finding) =>
      make(
        "li",
        {},
        make(
          "details",
          { "data-check": finding.check, "data-status": finding.status },
          make("summary", {}, badge(finding.status), ` ${finding.check} ${finding.title}`),
          make("p", {}, finding.sentence),
          make("p", { class: "small" }, `${words.rule}: ${finding.rule}`),
          finding.needed ? make("p", { class: "small" }, `${words.needed}: ${finding.needed}`) : null,
          finding.parties.length
            ? make("p", { class: "named" }, `${words.named}: `, ...finding.parties.map(link))
            : null,
        ),
      );
    put(
      board,
      make("h3", { id: `${own}-board` }, words.board),
      make("p", { class: "small" }, words.board_note),
      make("ul", {}, ...view().findings.map(one)),
    );
  }

  function drawTable() {
    const keys = ["party", "domain", "level", "position", "ties"];
    const row = (each) => {
      const facts = new Map(each.facts);
      const known = view().directed ? [each.out, each.in].filter((n) => n !== null).join(" / ") : (each.out ?? each.in);
      const cells = [facts.get(words.domain), facts.get(words.level), facts.get(words.position), String(known ?? "–")];
      return make("tr", {}, make("th", { scope: "row" }, link(each.id)), ...cells.map((text) => make("td", {}, text || "–")));
    };
    const ties_head = view().directed ? `${words.ties_to} / ${words.ties_from}` : words.ties;
    put(
      table,
      make(
        "table",
        {},
        make("caption", {}, words.table_caption),
        make("thead", {}, make("tr", {}, ...keys.map((key) => make("th", { scope: "col" }, key === "ties" ? ties_head : words[key])))),
        make("tbody", {}, ...view().parties.map(row)),
      ),
    );
  }

  return { about, board, metrics, outcome, table, drawBoard, drawMetrics, drawParty, drawScenario, drawTable };
}
