// Drives the explorer in a notebook and fails when a number differs from the core's, when a word from a study becomes
// markup, when something is not accessible, or when the page asks for anything beyond the notebook server.
//
//   node tests/browser/explorer.mjs http://127.0.0.1:PORT expected.json SHOTS

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const require = createRequire(join(resolve(process.env.BROWSER_MODULES ?? join(root, "build/browser")), "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const [server, file, shots] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(file, "utf8"));
mkdirSync(shots, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const context = await browser.newContext({ viewport: { width: 1500, height: 2000 }, reducedMotion: "reduce" });
const page = await context.newPage();
page.setDefaultTimeout(30000);
const problems = [];
page.on("dialog", (dialog) => {
  problems.push(`dialog: ${dialog.message()}`);
  dialog.dismiss();
});
page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
page.on("request", (request) => {
  const url = new URL(request.url());
  if (/^https?:$/.test(url.protocol) && url.origin !== new URL(server).origin) problems.push(`request: ${url.href}`);
});

const passed = (what) => console.log(`explorer: ${what}`);
const explorer = page.locator(".houvast-explorer").first();
const hostile = page.locator(".houvast-explorer").nth(1);

async function metrics(scope, selector = "data[data-metric]") {
  const pairs = await scope.locator(selector).evaluateAll((all) => all.map((one) => [one.dataset.metric, Number(one.value)]));
  return Object.fromEntries(pairs);
}

async function until(what, found, wanted) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (JSON.stringify(await found()) === JSON.stringify(wanted)) return;
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await found(), wanted, what);
}

async function accessible(scope, name) {
  await page.evaluate(axe);
  const element = await scope.elementHandle();
  const found = await page.evaluate(([node, tags]) => window.axe.run(node, { runOnly: tags }), [element, RULES]);
  for (const each of found.violations) {
    for (const node of each.nodes) problems.push(`axe ${name} ${each.id}: ${node.target.join(" ")}: ${node.failureSummary}`);
  }
  passed(`${name}: ${found.passes.length} accessibility rules pass, ${found.violations.length} fail`);
}

try {
  await page.goto(`${server}/lab/tree/explorer.ipynb?reset`, { waitUntil: "load" });
  await page.locator(".jp-Notebook .jp-CodeCell").first().waitFor();
  await page.getByText("| Idle").first().waitFor({ timeout: 60000 });
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByRole("menuitem", { name: "Run All Cells", exact: true }).click();
  await hostile.waitFor({ timeout: 60000 });

  // The whole network, as the core has it.
  await until("metrics", () => metrics(explorer.locator(".metrics")), expected.now);
  const statuses = await explorer
    .locator("details[data-check]")
    .evaluateAll((all) => all.map((one) => [one.dataset.check, one.dataset.status]));
  assert.deepEqual(Object.fromEntries(statuses), expected.statuses);
  const drawn = explorer.locator(".map [data-party]");
  assert.equal(await drawn.count(), expected.now.parties);
  assert.equal(await explorer.locator(".map line.tie").count(), expected.now.ties);
  const silent = await explorer.locator(".map .party.silent[data-party]").evaluateAll((all) => all.map((one) => one.dataset.party));
  assert.deepEqual(silent.sort(), [...expected.silent].sort());
  assert.equal(await explorer.locator(".map .party.broker[data-party]").count(), expected.now.brokers);
  passed("the picture and its numbers are the core's");
  await explorer.screenshot({ path: join(shots, "explorer-light.png") });

  // Pointing shows a party and its ties; leaving lets go.
  const broker = explorer.locator(`.map [data-party="${expected.broker.id}"]`);
  const card = explorer.locator(".about");
  await broker.hover();
  assert.equal(await card.locator("h3").first().textContent(), expected.broker.name);
  assert.equal(await card.locator(".ties li").count(), expected.broker.ties);
  assert.equal(await card.locator("h4").first().textContent(), `Werkt met (${expected.broker.ties})`);
  assert.equal(await explorer.locator(".map line.tie.lit").count(), expected.broker.ties);
  await explorer.locator("h2").hover();
  assert.equal(await explorer.locator(".map line.tie.lit").count(), 0);
  passed("pointing at a party shows it and its ties");

  // By keyboard: an arrow goes to the next party, Enter to what can be done with it. The notebook stays where it is.
  await drawn.first().focus();
  const first = await card.locator("h3").first().textContent();
  await page.keyboard.press("ArrowRight");
  const second = await card.locator("h3").first().textContent();
  assert.notEqual(second, first);
  assert.equal(await drawn.nth(1).evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press("Enter");
  assert.equal(await card.locator("button.what-if").evaluate((one) => one === document.activeElement), true);
  passed("the map works by keyboard");

  // A filter changes the picture, not the numbers.
  await explorer.locator("details.picture > summary").click();
  await explorer.locator('input[data-filter="level"][value="uitvoering"]').uncheck();
  const left = expected.now.parties - expected.levels.uitvoering;
  assert.equal(await drawn.count(), left);
  assert.match(await explorer.locator(".count").textContent(), new RegExp(`^${left} van de ${expected.now.parties} `));
  assert.deepEqual(await metrics(explorer.locator(".metrics")), expected.now);
  assert.equal(await explorer.locator(".metrics h3").textContent(), "Cijfers van het hele netwerk");
  await explorer.locator('input[data-filter="domain"][value="zorg"]').uncheck();
  await explorer.screenshot({ path: join(shots, "explorer-filtered.png") });
  assert.ok((await drawn.count()) < left);
  assert.deepEqual(await metrics(explorer.locator(".metrics")), expected.now);
  await explorer.locator('input[data-filter="domain"][value="zorg"]').check();
  await explorer.locator('input[data-filter="level"][value="uitvoering"]').check();
  assert.equal(await drawn.count(), expected.now.parties);
  await explorer.locator("details.picture > summary").click();
  passed("filters change the picture and leave the numbers");

  // What if a party leaves: Python answers.
  await broker.click();
  await card.locator("button.what-if").focus();
  await page.keyboard.press("Enter");
  await explorer.locator(".outcome .compare").waitFor();
  assert.equal(await broker.evaluate((one) => one === document.activeElement), true, "the keyboard lost its place");
  assert.deepEqual(await metrics(explorer.locator(".outcome"), '[data-when="before"]'), expected.now);
  assert.deepEqual(await metrics(explorer.locator(".outcome"), '[data-when="after"]'), expected.without);
  const lost = await explorer.locator(".outcome [data-lost]").evaluateAll((all) => all.map((one) => one.dataset.lost));
  assert.deepEqual(lost.sort(), expected.lost);
  const changes = await explorer
    .locator(".outcome [data-check]")
    .evaluateAll((all) => all.map((one) => [one.dataset.check, [one.dataset.before, one.dataset.after]]));
  assert.deepEqual(Object.fromEntries(changes), expected.changes);
  assert.equal(await explorer.locator(".map .party.unreachable[data-party]").count(), expected.lost.length);
  assert.match(await explorer.locator(".scenario [role=status]").textContent(), /^Zonder .*: \d+ controles/);
  assert.deepEqual(await metrics(explorer.locator(".metrics")), expected.now);
  passed(`without ${expected.broker.id}: before and after are the core's`);
  await explorer.screenshot({ path: join(shots, "explorer-what-if.png") });
  await accessible(explorer, "light");
  await explorer.locator("button.reset").click();
  await until("reset", () => explorer.locator(".outcome > *").count(), 0);
  assert.equal(await explorer.locator(".map .party.unreachable[data-party]").count(), 0);
  passed("everybody is back");

  // Another relation and wave is another network, with its own numbers.
  await explorer.locator('select[data-filter="relation"]').focus();
  await explorer.locator('select[data-filter="relation"]').selectOption("verwijzing");
  await until("metrics", async () => (await metrics(explorer.locator(".metrics"))).ties !== expected.now.ties, true);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.filter), "relation", "the keyboard lost its place");
  await explorer.locator('select[data-filter="wave"]').selectOption("2023");
  await until("other network", () => metrics(explorer.locator(".metrics")), expected.other);
  await until("done", () => explorer.locator(".scenario [role=status]").textContent(), "");
  passed("another relation and wave has its own numbers");

  // Dark follows the notebook's own theme.
  await page.evaluate(() => document.body.setAttribute("data-jp-theme-light", "false"));
  await until("dark", () => explorer.evaluate((one) => one.classList.contains("dark")), true);
  await explorer.locator(".map [data-party]").first().focus();
  await explorer.screenshot({ path: join(shots, "explorer-dark.png") });
  await accessible(explorer, "dark");
  await page.evaluate(() => document.body.setAttribute("data-jp-theme-light", "true"));

  // Hostile names are text.
  await hostile.scrollIntoViewIfNeeded();
  await hostile.locator(".map [data-party]").first().hover();
  await hostile.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  const text = await hostile.textContent();
  for (const word of expected.hostile) assert.ok(text.includes(word), `not shown as text: ${word}`);
  const markup = await hostile.evaluate((one) => one.querySelectorAll("script, img, iframe, a, style, object, b").length);
  assert.equal(markup, 0);
  await hostile.screenshot({ path: join(shots, "explorer-hostile.png") });
  await accessible(hostile, "hostile names, in English");

  // Narrow: nothing sticks out.
  await page.setViewportSize({ width: 760, height: 900 });
  await page.waitForTimeout(300);
  const wider = await explorer.evaluate((one) => one.scrollWidth - one.clientWidth);
  assert.ok(wider <= 1, `the explorer is ${wider} pixels wider than its place`);
  await explorer.screenshot({ path: join(shots, "explorer-narrow.png") });
} catch (error) {
  await page.screenshot({ path: join(shots, "explorer-failed.png"), fullPage: true });
  problems.push(error.stack ?? String(error));
} finally {
  await browser.close();
}
for (const problem of problems) console.error(`  ${problem}`);
console.log(`explorer: ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
