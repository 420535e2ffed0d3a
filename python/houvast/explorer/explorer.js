// The explorer's browser side: draws what Python sends, asks Python for what would change. It computes nothing itself but
// how many parties are in the picture. Every word from a study goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const NODE = 11;
let made = 0; // ids of several explorers on one page stay apart

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  return fill(node, attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null)); // a string becomes a text node
  return node;
}

// Replaces what a part of the page holds; null is nothing.
function put(node, ...children) {
  node.replaceChildren(...children.filter((child) => child !== null));
}

function render({ model, el }) {
  const frame = model.get("frame");
  const words = frame.words;
  const own = `houvast-${(made += 1)}`;
  const hidden = { domain: new Set(), level: new Set() };
  let chosen = null; // stays until another party is chosen
  let pointed = null; // while the pointer is on it
  let waiting = null;
  let nodes = new Map();
  let byId = new Map();
  let strongest = 0;

  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const view = () => model.get("view");
  const scenario = () => model.get("scenario");
  const party = (id) => byId.get(id);
  const name = (id) => party(id)?.name ?? id;
  const shown = (each) => !hidden.domain.has(each.domain) && !hidden.level.has(each.level);

  function ask(message) {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(words.no_answer), 20000);
    tell(words.asking);
    model.send(message);
  }

  // ---- the parts of the page
  const filters = make("div", { class: "filters" });
  const count = make("p", { class: "small count", role: "status" });
  const map = make("div", { class: "map" });
  const metrics = make("section", { class: "card metrics", "aria-labelledby": `${own}-whole` });
  const status = make("p", { class: "status", role: "status", "aria-live": "polite" });
  const outcome = make("div", { class: "outcome" });
  const about = make("section", { class: "card about", "aria-label": words.party });
  const board = make("section", { class: "card board", "aria-labelledby": `${own}-board` });
  const table = make("div", { class: "wide" });
  const root = make(
    "section",
    { class: "houvast-explorer", lang: frame.lang, "aria-labelledby": `${own}-heading`, "data-lm-suppress-shortcuts": "true" },
    make("h2", { id: `${own}-heading` }, words.heading),
    make("p", { class: "title" }, frame.title),
    frame.fictional ? make("p", { class: "small" }, words.fictional) : null,
    make("p", { class: "small inside" }, words.inside),
    filters,
    make(
      "div",
      { class: "columns" },
      make("div", { class: "left" }, map, count, metrics, make("section", { class: "scenario" }, status, outcome)),
      make("div", { class: "right" }, about, board),
    ),
    make("details", { class: "card" }, make("summary", {}, words.table), table),
  );

  function tell(text) {
    status.textContent = text;
    status.classList.toggle("busy", text === words.asking);
  }

  // ---- filters: relation and wave are other networks, levels and domains only the picture
  function choice(key, items) {
    const select = make(
      "select",
      { "data-filter": key, onchange: () => ask({ ask: "view", wave: pick("wave"), relation: pick("relation") }) },
      ...items.map((item) => make("option", { value: item.id, selected: item.id === view()[key] }, item.title)),
    );
    return make("label", { class: "pick" }, `${words[key]} `, select);
  }
  const pick = (key) => filters.querySelector(`select[data-filter=${key}]`).value;

  function boxes(kind, items, legend) {
    const one = (item) =>
      make(
        "label",
        { class: "box" },
        make("input", {
          type: "checkbox",
          checked: !hidden[kind].has(item.id),
          "data-filter": kind,
          value: item.id,
          onchange: (event) => {
            if (event.target.checked) hidden[kind].delete(item.id);
            else hidden[kind].add(item.id);
            drawMap();
          },
        }),
        item.title,
      );
    return make("fieldset", {}, make("legend", {}, legend), ...items.map(one));
  }

  function drawFilters() {
    put(
      filters,
      make("div", { class: "picks" }, choice("relation", frame.relations), choice("wave", frame.waves)),
      make(
        "details",
        { class: "picture", open: filters.querySelector("details")?.open ?? false },
        make("summary", {}, `${words.show}: ${words.levels.toLowerCase()}, ${words.domains.toLowerCase()}`),
        make("p", { class: "small" }, words.only_picture),
        boxes("level", view().levels, words.levels),
        boxes("domain", view().domains, words.domains),
      ),
    );
  }

  // ---- the map
  function state(each) {
    const now = scenario();
    const told = [];
    if (now.removed?.includes(each.id)) told.push("removed");
    if (now.unreachable?.includes(each.id)) told.push("unreachable");
    if (each.silent) told.push("silent");
    if (each.isolated) told.push("isolated");
    if (each.cuts.length) told.push("broker");
    return told;
  }

  function mark(states) {
    const parts = [draw("circle", { class: "hit", r: NODE * 1.4 })];
    if (states.includes("broker")) parts.push(draw("circle", { class: "ring", r: NODE + 4 }));
    parts.push(draw("circle", { class: "dot", r: NODE - 1 }));
    if (states.includes("unreachable")) parts.push(draw("path", { class: "diamond", d: "M0,-19L19,0L0,19L-19,0z" }));
    if (states.includes("removed")) parts.push(draw("path", { class: "cross", d: "M-11,-11L11,11M-11,11L11,-11" }));
    return parts;
  }

  function node(each) {
    const states = state(each);
    const says = states.map((word) => words[`legend_${word}`].replace(/ \(.*\)$/, ""));
    return draw(
      "g",
      {
        class: ["party", ...states].join(" "),
        role: "button",
        tabindex: "-1",
        "data-party": each.id,
        "aria-label": [each.name, ...says].join(", "),
        "aria-pressed": String(each.id === chosen),
        transform: `translate(${each.x} ${each.y})`,
        onpointerenter: () => point(each.id),
        onpointerleave: () => point(null),
        onfocus: () => choose(each.id),
        onclick: () => choose(each.id),
        onkeydown: step,
      },
      ...mark(states),
    );
  }

  function step(event) {
    const order = [...nodes.keys()];
    const at = order.indexOf(event.currentTarget.dataset.party);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) nodes.get(order.at(to % order.length)).focus();
    else if (event.key === "Enter" || event.key === " ") about.querySelector("button.what-if")?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function line([a, b, weight]) {
    const [from, to] = [party(a), party(b)];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const cut = view().directed ? (NODE + 5) / length : 0; // an arrow ends at the edge of a dot
    const gone = scenario().removed?.some((id) => id === a || id === b);
    return draw("line", {
      class: gone ? "tie gone" : "tie",
      "data-ends": JSON.stringify([a, b]),
      x1: from.x,
      y1: from.y,
      x2: to.x - (to.x - from.x) * cut,
      y2: to.y - (to.y - from.y) * cut,
      "stroke-width": view().weighted ? 0.8 + (1.8 * weight) / strongest : 1.2,
      "marker-end": view().directed ? `url(#${own}-arrow)` : null,
    });
  }

  function drawMap() {
    const all = view();
    byId = new Map(all.parties.map((each) => [each.id, each]));
    strongest = all.ties.reduce((most, tie) => Math.max(most, tie[2]), 0);
    const seen = all.parties.filter(shown);
    const ids = new Set(seen.map((each) => each.id));
    nodes = new Map(seen.map((each) => [each.id, node(each)]));
    if (chosen !== null && !ids.has(chosen)) chosen = null;
    const circle = (each) => draw("circle", { class: "group", cx: each.x, cy: each.y, r: each.radius });
    const title = (each) => written(each.title, 34, each.x, each.y - each.radius - 7);
    const domains = all.domains.filter((each) => !hidden.domain.has(each.id));
    const arrow = draw("path", { d: "M0,0L8,4L0,8z" });
    const size = { viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, markerUnits: "userSpaceOnUse" };
    const picture = draw(
      "svg",
      { viewBox: `0 0 ${all.size[0]} ${all.size[1]}`, role: "group", "aria-labelledby": `${own}-map`, "aria-describedby": `${own}-how` },
      draw("defs", {}, draw("marker", { id: `${own}-arrow`, orient: "auto", ...size }, arrow)),
      ...domains.map(circle),
      draw("g", {}, ...all.ties.filter(([a, b]) => ids.has(a) && ids.has(b)).map(line)),
      draw("g", {}, ...nodes.values()),
      draw("g", { class: "titles" }, ...domains.map(title)),
      draw("g", { class: "labels", "aria-hidden": "true" }),
    );
    put(
      map,
      make("h3", { id: `${own}-map` }, words.map),
      make("p", { id: `${own}-how`, class: "small" }, words.map_text),
      picture,
      legend(),
    );
    count.textContent = say("in_picture", { shown: seen.length, all: all.parties.length });
    light();
  }

  function legend() {
    const keys = ["present", "silent", "broker", "isolated"];
    if (scenario().removed) keys.push("removed", "unreachable");
    const entry = (key) =>
      make(
        "li",
        {},
        draw("svg", { viewBox: "-20 -20 40 40", "aria-hidden": "true" }, draw("g", { class: `party ${key}` }, ...mark([key]))),
        words[`legend_${key}`],
      );
    return make("ul", { class: "legend" }, ...keys.map(entry));
  }

  // ---- who is pointed at or chosen: its ties light up and its card opens
  function point(id) {
    pointed = id;
    light();
  }

  function choose(id) {
    chosen = id;
    light();
  }

  function light() {
    const id = pointed ?? chosen;
    const near = new Set([id]);
    for (const tie of map.querySelectorAll(".tie")) {
      const ends = JSON.parse(tie.dataset.ends);
      const touches = ends.includes(id);
      tie.classList.toggle("lit", touches);
      if (touches) ends.forEach((end) => near.add(end));
    }
    for (const [each, drawn] of nodes) {
      drawn.classList.toggle("lit", id !== null && near.has(each));
      drawn.classList.toggle("dim", id !== null && !near.has(each));
      drawn.setAttribute("aria-pressed", String(each === chosen));
      drawn.setAttribute("tabindex", each === (chosen ?? nodes.keys().next().value) ? "0" : "-1");
    }
    map.classList.toggle("some", id !== null);
    const labels = map.querySelector(".labels");
    const of = id === null ? null : party(id);
    put(labels, ...(of ? [label(of)] : []));
    if (about.dataset.shows !== String(id) || id === null) drawParty(of);
  }

  const label = (of) => written(of.name, 42, of.x, of.y + NODE + 20);

  // Words on the map, cut short and kept inside it.
  function written(text, most, x, y) {
    const middle = view().size[0] / 2;
    const anchor = x < middle * 0.4 ? "start" : x > middle * 1.6 ? "end" : "middle";
    const place = { x: anchor === "middle" ? x : anchor === "start" ? x - 60 : x + 60, y, "text-anchor": anchor };
    return draw("text", place, text.length > most ? `${text.slice(0, most - 1)}…` : text);
  }

  const link = (id) => make("button", { type: "button", class: "name", onclick: () => go(id) }, name(id));

  function go(id) {
    const each = party(id);
    if (!each) return;
    hidden.domain.delete(each.domain);
    hidden.level.delete(each.level);
    drawFilters();
    drawMap();
    nodes.get(id).focus();
  }

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
      removed
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
    clearTimeout(waiting);
    if (now.problem) {
      tell(`${words.problem} ${now.problem}`);
      drawFilters(); // shows again which network this is
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
    nodes.get(chosen)?.focus();
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

  // Draws anew and leaves the keyboard where it was: at the same filter, else at the chosen party.
  function keeping(drawing) {
    const was = root.contains(document.activeElement) ? document.activeElement : null;
    const key = was?.tagName === "SELECT" ? was.dataset.filter : null;
    drawing();
    if (was === null || was.isConnected) return;
    if (key) filters.querySelector(`select[data-filter=${key}]`).focus();
    else nodes.get(chosen)?.focus();
  }

  const drawView = () =>
    keeping(() => {
      drawMap(); // first: it knows who is there
      drawFilters();
      drawMetrics();
      drawBoard();
      drawTable();
    });

  const changedScenario = () =>
    keeping(() => {
      about.dataset.shows = "";
      drawScenario();
      drawMap();
    });

  // ---- light or dark as the page around it is
  function theme() {
    const page = document.body;
    const dark =
      page.dataset.jpThemeLight === "false" ||
      page.classList.contains("vscode-dark") ||
      document.documentElement.dataset.theme === "dark" ||
      (page.dataset.jpThemeLight === undefined && matchMedia("(prefers-color-scheme: dark)").matches);
    root.classList.toggle("dark", dark);
  }
  const watcher = new MutationObserver(theme);
  watcher.observe(document.body, { attributes: true });
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", theme);

  theme();
  drawView();
  drawScenario();
  el.append(root);
  model.on("change:view", drawView);
  model.on("change:scenario", changedScenario);
  model.on("msg:custom", drawScenario); // the answer is complete, also when it is what was there already
  return () => {
    clearTimeout(waiting);
    watcher.disconnect();
    scheme.removeEventListener("change", theme);
    model.off("change:view", drawView);
    model.off("change:scenario", changedScenario);
    model.off("msg:custom", drawScenario);
  };
}

export default { render };
