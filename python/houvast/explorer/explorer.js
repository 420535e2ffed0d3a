// The explorer's browser side: draws what Python sends, asks Python for what would change. It computes nothing itself but
// how many parties are in the picture. Every word from a study goes in as text, never as markup. Comes after tools.js,
// controls.js and panels.js.

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
  const look = { size: "", colour: "", least: 0, change: false, sought: "" }; // how the map is drawn
  const zoom = zoomable(
    () => names(),
    () => (chosen ? [party(chosen).x, party(chosen).y] : null),
  );

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
  const status = make("p", { class: "status", role: "status", "aria-live": "polite" });
  const answered = () => clearTimeout(waiting);
  const back = () => nodes.get(chosen)?.focus();
  const here = { frame, words, own, view, scenario, say, link: (id) => link(id), ask, tell, answered, back };
  const { filters, pick, fits, drawFilters } = controls({ ...here, look, hidden, light: () => light(), drawMap: () => drawMap() });
  const { about, board, metrics, outcome, table, drawBoard, drawMetrics, drawParty, drawScenario, drawTable } = panels({
    ...here,
    refresh: drawFilters,
  });
  const count = make("p", { class: "small count", role: "status" });
  const map = make("div", { class: "map" });
  const root = make(
    "section",
    { class: "houvast-explorer", lang: frame.lang, "aria-labelledby": `${own}-heading`, "data-lm-suppress-shortcuts": "true" },
    frame.alone ? make("h1", {}, frame.title) : null,
    make("h2", { id: `${own}-heading` }, words.heading),
    frame.alone ? null : make("p", { class: "title" }, frame.title),
    frame.fictional ? make("p", { class: "small" }, words.fictional) : null,
    make("p", { class: "small inside" }, frame.alone ? words.inside_page : words.inside),
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

  function mark(states, r = NODE - 1) {
    const parts = [draw("circle", { class: "hit", r: Math.max(r + 1, NODE) * 1.4 })];
    if (states.includes("broker")) parts.push(draw("circle", { class: "ring", r: r + 5 }));
    parts.push(draw("circle", { class: "dot", r }));
    if (states.includes("unreachable")) parts.push(draw("path", { class: "diamond", d: "M0,-19L19,0L0,19L-19,0z" }));
    if (states.includes("removed")) parts.push(draw("path", { class: "cross", d: "M-11,-11L11,11M-11,11L11,-11" }));
    return parts;
  }

  // The area of a dot is as its number; what is not known is drawn smallest.
  function radius(each) {
    if (!look.size) return NODE - 1;
    const most = Math.max(...view().parties.map((one) => one.sizes[look.size] ?? 0), 1);
    return 4 + 10 * Math.sqrt((each.sizes[look.size] ?? 0) / most);
  }

  const colours = () => view().colours.find((each) => each.id === look.colour)?.values ?? [];
  const colour = (each) => colours().findIndex((value) => value.id === each.of[look.colour]) + 1; // 0: no value

  // The number of a colour, so that nobody needs to tell colours apart.
  const number = (at, x = 0, y = 0) => (at ? [draw("text", { class: "number", x, y: y + 4 }, String(at))] : []);

  function node(each) {
    const states = state(each);
    const says = states.map((word) => words[`legend_${word}`].replace(/ \(.*\)$/, ""));
    const hue = colour(each);
    if (hue) says.push(colours()[hue - 1].title);
    if (look.size) says.push(`${view().sizes.find((one) => one.id === look.size).title}: ${each.sizes[look.size] ?? "–"}`);
    return draw(
      "g",
      {
        class: ["party", ...states, ...(look.colour ? [`colour-${hue}`] : [])].join(" "),
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
      ...mark(states, radius(each)),
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

  const pair = (a, b) => JSON.stringify(view().directed ? [a, b] : [a, b].sort());

  // What became of a tie since the wave before: new, lost or kept; nothing when that is not shown.
  function became(ties) {
    const change = look.change && view().change;
    if (!change) return ties.map((tie) => [tie, ""]);
    const fresh = new Set(change.new.map(([a, b]) => pair(a, b)));
    const kept = ties.map((tie) => [tie, fresh.has(pair(tie[0], tie[1])) ? "new" : "same"]);
    return [...kept, ...change.lost.map(([a, b, weight]) => [[a, b, weight], "lost"])];
  }

  function line([[a, b, weight], how]) {
    const [from, to] = [party(a), party(b)];
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const cut = view().directed ? (NODE + 5) / length : 0; // an arrow ends at the edge of a dot
    const gone = scenario().removed?.some((id) => id === a || id === b);
    return draw("line", {
      class: ["tie", gone ? "gone" : "", how].filter(Boolean).join(" "),
      "data-ends": JSON.stringify([a, b]),
      x1: from.x,
      y1: from.y,
      x2: to.x - (to.x - from.x) * cut,
      y2: to.y - (to.y - from.y) * cut,
      "stroke-width": view().weighted ? 0.8 + (1.8 * weight) / strongest : 1.2,
      "marker-end": view().directed ? `url(#${own}-arrow)` : null,
    });
  }

  // What another network does not have is let go.
  function settle() {
    if (!view().sizes.some((each) => each.id === look.size)) look.size = "";
    if (!view().colours.some((each) => each.id === look.colour)) look.colour = "";
    if (!view().weighted || !view().ties.some((tie) => tie[2] === look.least)) look.least = 0;
  }

  function drawMap() {
    const all = view();
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
      draw("g", {}, ...became(all.ties).filter(([[a, b, weight]]) => ids.has(a) && ids.has(b) && weight >= look.least).map(line)),
      draw("g", {}, ...nodes.values()),
      draw("g", { "aria-hidden": "true" }, ...seen.flatMap((each) => number(colour(each), each.x, each.y))),
      draw("g", { class: "titles" }, ...domains.map(title)),
      draw("g", { class: "names", "aria-hidden": "true" }),
      draw("g", { class: "labels", "aria-hidden": "true" }),
    );
    put(
      map,
      make("h3", { id: `${own}-map` }, words.map),
      make("p", { id: `${own}-how`, class: "small" }, words.map_text),
      tools(),
      picture,
      legend(),
      ...explained(),
    );
    zoom.attach(picture, all.size);
    count.textContent = say("in_picture", { shown: seen.length, all: all.parties.length });
    light();
  }

  // Nearer, farther, whole, and keep what is seen as a picture.
  function tools() {
    const button = (key, act, text) =>
      make("button", { type: "button", class: `tool ${key}`, onclick: act, "aria-label": words[key] }, text ?? words[key]);
    const keep = (ending) => () => {
      const told = [frame.title, `${words.relation}: ${pick("relation", true)}, ${pick("wave", true)}`, words.inside_short];
      keepPicture(map.querySelector("svg"), root, told, ending);
    };
    return make(
      "div",
      { class: "tools" },
      button("nearer", () => zoom.by(1.5), "+"),
      button("farther", () => zoom.by(1 / 1.5), "−"),
      button("all", () => zoom.whole(), words.all),
      button("keep_svg", keep("svg")),
      button("keep_png", keep("png")),
    );
  }

  // From near, every party has its name, but where it would lie over that of another: nearer it is seen.
  function names() {
    const from = nodes.size ? zoom.scale() : 1;
    const shown = from < 2 ? [] : [...nodes.keys()].map(party);
    const labelled = party(pointed ?? chosen);
    const taken = labelled ? [room(cut(labelled.name, 42), ...below(labelled), 17 / from)] : [];
    const name = (of) => {
      const told = cut(of.name, 34);
      const at = [of.x, of.y + radius(of) + 16 / from];
      const own = room(told, ...at, 14 / from);
      const over = of === labelled || taken.some((other) => meet(own, other));
      if (!over) taken.push(own);
      return draw("text", { x: at[0], y: at[1], "text-anchor": "middle", class: over ? "over" : null }, told);
    };
    put(map.querySelector(".names"), ...shown.map(name));
    map.querySelector(".names").setAttribute("font-size", 14 / from);
    map.querySelector(".labels").setAttribute("font-size", 17 / from);
    map.classList.toggle("near", from >= 2);
  }

  // What colours, sizes and lines mean.
  function explained() {
    const swatch = (drawn) => draw("svg", { viewBox: "-20 -20 40 40", "aria-hidden": "true" }, ...drawn);
    const entry = (drawn, text) => make("li", {}, swatch(drawn), text);
    const told = [];
    const hue = (title, at) => entry([draw("g", { class: `party colour-${at}` }, ...mark([]), ...number(at))], title);
    if (look.colour) {
      const values = colours().map((value, at) => hue(value.title, at + 1));
      const without = view().parties.some((each) => !colour(each));
      told.push(make("ul", { class: "legend colours" }, ...values, ...(without ? [hue(words.no_value, 0)] : [])));
    }
    if (look.size) {
      const title = view().sizes.find((each) => each.id === look.size).title;
      const most = Math.max(...view().parties.map((each) => each.sizes[look.size] ?? 0));
      told.push(make("p", { class: "small" }, say("size_means", { title, most })));
    }
    const change = look.change && view().change;
    if (change) {
      const sample = (how) => [draw("path", { class: `sample ${how}`, d: "M-18,0H18" })];
      const keys = ["new", "lost", "same"].map((how) => entry(sample(how), words[`tie_${how}`]));
      told.push(make("ul", { class: "legend" }, ...keys), make("p", { class: "small change" }, change.note));
    }
    return told;
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
      drawn.classList.toggle("dim", (id !== null && !near.has(each)) || !fits(party(each)));
      drawn.classList.toggle("sought", look.sought !== "" && fits(party(each)));
      drawn.setAttribute("aria-pressed", String(each === chosen));
      drawn.setAttribute("tabindex", each === (chosen ?? nodes.keys().next().value) ? "0" : "-1");
    }
    map.classList.toggle("some", id !== null);
    const labels = map.querySelector(".labels");
    const of = id === null ? null : party(id);
    put(labels, ...(of ? [label(of)] : []));
    if (map.classList.contains("near")) names();
    if (about.dataset.shows !== String(id) || id === null) drawParty(of);
  }

  const below = (of) => [of.x, of.y + NODE + 20];
  const label = (of) => written(of.name, 42, ...below(of), nodes.size ? zoom.scale() : 1);

  // Words on the map, cut short and kept inside it.
  function written(text, most, x, y, nearer = 1) {
    const told = cut(text, most);
    const [left, , right] = room(told, 0, 0, 17 / nearer);
    return draw("text", { x: Math.max(-left, Math.min(x, view().size[0] - right)), y, "text-anchor": "middle" }, told);
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
      byId = new Map(view().parties.map((each) => [each.id, each]));
      settle();
      drawFilters();
      drawMap();
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
