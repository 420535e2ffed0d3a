// Opens the map on a page of its own in headless Chromium: searches, zooms, sizes, colours, filters by strength, compares
// waves and keeps pictures, by mouse and by keyboard. Fails when a number differs from the core's, when something is not
// accessible, or when the page asks for anything beyond itself.
//
//   node tests/browser/map.mjs map.html expected.json SHOTS

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const require = createRequire(join(resolve(process.env.BROWSER_MODULES ?? join(root, "build/browser")), "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const [file, told, shots] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(told, "utf8"));
mkdirSync(shots, { recursive: true });
const url = pathToFileURL(resolve(file)).href;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1400, height: 1100 }, reducedMotion: "reduce" });
page.setDefaultTimeout(10000);
const problems = [];
page.on("console", (message) => problems.push(`console: ${message.text()}`));
page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
page.on("dialog", (dialog) => problems.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
page.on("request", (request) => {
  if (request.url() !== url && !/^(data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
});
const passed = (what) => console.log(`map: ${what}`);
const count = (selector) => page.locator(selector).count();
const shot = (name) => page.screenshot({ path: join(shots, `map-${name}.png`), fullPage: true });

async function accessible(name) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
  for (const { id, nodes } of found.violations) {
    problems.push(`axe ${name} ${id}: ${nodes.length} times, first ${nodes[0].target.join(" ")}: ${nodes[0].failureSummary}`);
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 1) problems.push(`${name}: ${wider} pixels wider than the window`);
  passed(`${name}: ${found.passes.length} accessibility rules pass, ${found.violations.length} fail`);
}

async function kept(button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  const path = join(shots, download.suggestedFilename());
  await download.saveAs(path);
  return readFileSync(path);
}

try {
  await page.goto(url, { waitUntil: "load" });
  assert.equal(await count(".map [data-party]"), expected.parties);
  assert.equal(await count(".map line.tie"), expected.ties);
  assert.equal(await count("button.what-if"), 0);
  await shot("light");
  await accessible("light");

  // Search: who fits is told and can be gone to by Enter.
  await page.locator('input[data-filter="search"]').fill(expected.search.words);
  assert.equal(await count(".map .party.sought"), expected.search.found);
  assert.match(await page.locator(".results").textContent(), new RegExp(`^${expected.search.found} `));
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.party), expected.search.first);
  await page.locator('input[data-filter="search"]').fill("");
  passed("search finds and goes to a party");

  // Size and colour by a column: as the core has it, with a number for each colour.
  await page.locator('select[data-filter="size"]').selectOption(expected.size.column);
  const radius = (id) => page.locator(`.map [data-party="${id}"] .dot`).evaluate((dot) => Number(dot.getAttribute("r")));
  assert.ok((await radius(expected.size.largest)) > (await radius(expected.size.smallest)));
  assert.match(await page.locator(".map").textContent(), new RegExp(`De grootste: ${expected.size.most}\\.`));
  await page.locator('select[data-filter="colour"]').selectOption("level");
  for (const [at, level] of Object.entries(expected.levels)) {
    assert.equal(await count(`.map .party.colour-${Number(at) + 1}[data-party]`), level.parties);
    assert.ok((await page.locator(".legend.colours").textContent()).includes(level.title));
  }
  await shot("size-and-colour");
  passed("size and colour follow a column");

  // Weaker ties go out of the picture, by keyboard; the numbers stay.
  await page.locator('input[data-filter="strength"]').focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await count(".map line.tie"), expected.stronger);
  assert.equal(Number(await page.locator('data[data-metric="ties"]').first().getAttribute("value")), expected.ties);
  await page.keyboard.press("Home");
  assert.equal(await count(".map line.tie"), expected.ties);
  passed("weaker ties can be left out");

  // What changed since the wave before, over pairs that both waves could see.
  await page.locator('input[data-filter="change"]').check();
  assert.equal(await count(".map line.tie.new"), expected.change.new);
  assert.equal(await count(".map line.tie.lost"), expected.change.lost);
  assert.equal(await page.locator(".change").textContent(), expected.change.note);
  await shot("change");
  await page.locator('input[data-filter="change"]').uncheck();
  passed("the difference between waves is the core's");

  // Nearer by button and key: every party gets its name; whole again.
  const box = () => page.locator(".map > svg").getAttribute("viewBox");
  const whole = await box();
  await page.locator("button.nearer").click();
  await page.locator(".map [data-party]").first().focus();
  await page.keyboard.press("+");
  assert.notEqual(await box(), whole);
  assert.equal(await count(".map .names text"), expected.parties);
  await shot("near");
  const inside = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll(".map .names text:not(.over), .map .labels text")].map((each) => each.getBoundingClientRect());
    const over = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    return { seen: boxes.length, over: boxes.filter((one, at) => boxes.slice(at + 1).some((other) => over(one, other))).length };
  });
  assert.ok(inside.seen > 10 && inside.over === 0, JSON.stringify(inside));
  const near = await box();
  await page.locator(".map > svg").hover();
  await page.mouse.down();
  await page.mouse.move(500, 500, { steps: 4 });
  await page.mouse.up();
  assert.notEqual(await box(), near);
  await page.locator("button.all").click();
  assert.equal(await box(), whole);
  passed("the map comes nearer, moves and goes back");

  // Kept pictures say for whom they are, and need nothing.
  const svg = (await kept("button.keep_svg")).toString("utf8");
  assert.ok(svg.includes(expected.inside) && svg.includes(expected.title) && !/class=|url\((?!&quot;#|"#)/.test(svg));
  assert.ok((await kept("button.keep_png")).subarray(1, 4).toString() === "PNG");
  passed("pictures are kept as SVG and PNG");

  // Another network, its own numbers.
  await page.locator('select[data-filter="wave"]').selectOption(expected.other.wave);
  assert.equal(Number(await page.locator('data[data-metric="ties"]').first().getAttribute("value")), expected.other.ties);
  assert.equal(await count('input[data-filter="change"]'), 0);
  passed("the first wave has nothing to compare with");

  for (const [name, view] of Object.entries({ dark: { colorScheme: "dark" }, forced: { forcedColors: "active" } })) {
    await page.emulateMedia(view);
    await page.waitForTimeout(200);
    await accessible(name);
    await shot(name);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  }
  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(200);
    await accessible(String(width));
    await shot(String(width));
  }
} catch (error) {
  await shot("failed");
  problems.push(error.stack ?? String(error));
} finally {
  await browser.close();
}
for (const problem of problems) console.error(`  ${problem}`);
console.log(`map: ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
