// How the map is chosen, searched and drawn. Comes after tools.js.

function controls({ frame, words, view, say, link, ask, look, hidden, light, drawMap }) {
  const filters = make("div", { class: "filters" });
  const results = make("div", { class: "results", role: "status" });

  // ---- filters: relation and wave are other networks, levels and domains only the picture
  function choice(key, items) {
    const select = make(
      "select",
      { "data-filter": key, onchange: () => ask({ ask: "view", wave: pick("wave"), relation: pick("relation") }) },
      ...items.map((item) => make("option", { value: item.id, selected: item.id === view()[key] }, item.title)),
    );
    return make("label", { class: "pick" }, `${words[key]} `, select);
  }
  function pick(key, title = false) {
    const select = filters.querySelector(`select[data-filter=${key}]`);
    return title ? select.selectedOptions[0].textContent : select.value;
  }

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

  // ---- how the map is drawn: search, size, colour, strength, and what changed since the wave before
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const fits = (each) => !look.sought || folded(each.name).includes(folded(look.sought));

  function search() {
    const field = make("input", {
      type: "search",
      "data-filter": "search",
      value: look.sought,
      oninput: (event) => {
        look.sought = event.target.value.trim();
        seek();
        light();
      },
      onkeydown: (event) => {
        if (event.key === "Enter") results.querySelector("button")?.click();
      },
    });
    return make("label", { class: "pick" }, `${words.search} `, field);
  }

  function seek() {
    const found = look.sought ? view().parties.filter(fits) : [];
    const told = say("found", { n: found.length });
    put(results, look.sought ? make("span", { class: "small" }, `${told} `) : null, ...found.slice(0, 8).map((each) => link(each.id)));
  }

  function drawnBy(key, items) {
    const select = make(
      "select",
      {
        "data-filter": key,
        onchange: (event) => {
          look[key] = event.target.value;
          drawMap();
        },
      },
      make("option", { value: "" }, words[`no_${key}`]),
      ...items.map((item) => make("option", { value: item.id, selected: item.id === look[key] }, item.title)),
    );
    return make("label", { class: "pick" }, `${words[key]} `, select);
  }

  function strength() {
    const all = [...new Set(view().ties.map((tie) => tie[2]))].sort((a, b) => a - b);
    if (!view().weighted || all.length < 2) return null;
    if (!all.includes(look.least)) look.least = all[0];
    const told = make("output", {}, String(look.least));
    const slider = make("input", {
      type: "range",
      "data-filter": "strength",
      min: 0,
      max: all.length - 1,
      value: all.indexOf(look.least),
      oninput: (event) => {
        look.least = all[Number(event.target.value)];
        told.textContent = String(look.least);
        event.target.setAttribute("aria-valuetext", told.textContent);
        drawMap();
      },
      "aria-valuetext": String(look.least),
    });
    return make("label", { class: "pick" }, `${words.least} `, slider, told);
  }

  function difference() {
    const change = view().change;
    if (!change) return null;
    const box = make("input", {
      type: "checkbox",
      checked: look.change,
      "data-filter": "change",
      onchange: (event) => {
        look.change = event.target.checked;
        drawMap();
      },
    });
    return make("label", { class: "box" }, box, say("difference", { wave: change.title }));
  }

  function drawFilters() {
    put(
      filters,
      make("div", { class: "picks" }, choice("relation", frame.relations), choice("wave", frame.waves), search(), results),
      make("div", { class: "picks" }, drawnBy("size", view().sizes), drawnBy("colour", view().colours), strength(), difference()),
      make(
        "details",
        { class: "picture", open: filters.querySelector("details")?.open ?? false },
        make("summary", {}, `${words.show}: ${words.levels.toLowerCase()}, ${words.domains.toLowerCase()}`),
        make("p", { class: "small" }, words.only_picture),
        boxes("level", view().levels, words.levels),
        boxes("domain", view().domains, words.domains),
      ),
    );
    seek();
  }

  return { filters, pick, fits, drawFilters };
}
