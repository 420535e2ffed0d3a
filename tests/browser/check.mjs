// Opens reports in headless Chromium and fails on what a reader should never meet: an accessibility violation (axe-core),
// a message on the console, a request that leaves the file, or a page that must be scrolled sideways.
//
//   node tests/browser/check.mjs [--shots FOLDER] report.html ...
//
// CHROMIUM names the browser (default /usr/bin/chromium), BROWSER_MODULES the folder with node_modules (build/browser,
// where run.sh puts them).

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const modules = resolve(process.env.BROWSER_MODULES ?? join(root, "build/browser"));
const require = createRequire(join(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Phones between those of the views: a word must not break on any of them.
const PHONES = [332, 340, 352, 375, 390, 400, 412, 430, 455, 480];
const VIEWS = [
  { name: "320", width: 320, colorScheme: "light", between: PHONES },
  { name: "360", width: 360, colorScheme: "light", shot: true },
  { name: "360-dark", width: 360, colorScheme: "dark" },
  { name: "768", width: 768, colorScheme: "light", shot: true },
  { name: "1280", width: 1280, colorScheme: "light", shot: true },
  { name: "1280-dark", width: 1280, colorScheme: "dark", shot: true },
  { name: "forced", width: 1280, colorScheme: "dark", forcedColors: "active", shot: true },
  { name: "text-200", width: 1280, colorScheme: "light", text: "200%", shot: true, between: PHONES },
  { name: "print", width: 673, colorScheme: "light", media: "print", shot: true }, // A4 between its margins
];

const args = process.argv.slice(2);
const at = args.indexOf("--shots");
const shots = at < 0 ? null : resolve(args.splice(at, 2)[1]);
if (args.length === 0) {
  console.error("usage: node tests/browser/check.mjs [--shots FOLDER] report.html ...");
  process.exit(2);
}
if (shots) mkdirSync(shots, { recursive: true });

// What eyes find, on the whole page: words broken without a hyphen, pictures too small to read, and on a phone tables that
// have to be moved sideways. Of large text, and on paper, only what a column is called must stand whole.
function annoyances({ phone, heads }) {
  const found = [];
  const judged = (element) => !heads || element.closest(".grid:not(.many) thead th");
  const seen = (element) => element.checkVisibility() && !element.closest("svg, .skip") && judged(element);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!seen(node.parentElement)) continue;
    for (const word of node.data.matchAll(/[\p{L}\d]{2,24}/gu)) {
      const softened = node.data[word.index - 1] === "\u00ad"; // its first letter is where a hyphen may stand
      range.setStart(node, word.index + softened);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 1).map((box) => Math.round(box.top)));
      if (lines.size > 1) found.push(`the word "${word[0]}" is broken without a hyphen`);
    }
  }
  for (const picture of document.querySelectorAll("svg.chart")) {
    const { width } = picture.getBoundingClientRect();
    if (!heads && picture.checkVisibility() && width < 36) found.push(`a picture is ${Math.round(width)} pixels wide`);
  }
  for (const box of phone ? document.querySelectorAll(".scroll") : []) {
    const more = box.scrollWidth - box.clientWidth;
    if (more > 1) found.push(`a table is ${more} pixels wider than a phone: ${box.textContent.trim().slice(0, 40)}`);
  }
  return [...new Set(found)];
}

// How far the page must be moved sideways.
function beyond() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

// What eyes find on the phones between those that are looked at closely.
async function between(page, view) {
  const found = [];
  const of = { phone: !view.text, heads: Boolean(view.text) };
  for (const width of view.between) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(beyond);
    if (overflow > 0) found.push(`at ${width}: page is ${overflow} pixels wider than the window`);
    found.push(...(await page.evaluate(annoyances, of)).map((problem) => `at ${width}: ${problem}`));
  }
  await page.setViewportSize({ width: view.width, height: 900 });
  return found;
}

async function open(browser, file, view, problems) {
  const url = pathToFileURL(resolve(file)).href;
  const context = await browser.newContext({
    viewport: { width: view.width, height: 900 },
    colorScheme: view.colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.on("console", (message) => problems.push(`console: ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) problems.push(`request: ${request.url()}`);
  });
  const { colorScheme, forcedColors = "none" } = view;
  await page.emulateMedia({ media: view.media ?? "screen", colorScheme, forcedColors });
  await page.goto(url, { waitUntil: "load" });
  if (view.text) await page.evaluate((size) => (document.documentElement.style.fontSize = size), view.text);
  return { context, page };
}

// The page's own policy stops scripts, so axe is run by the browser's debugger.
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
  const line = (found, node) => `axe ${found.id} (${found.impact}): ${node.target.join(" ")}: ${node.failureSummary}`;
  return {
    passes: result.passes.length,
    problems: result.violations.flatMap((found) => found.nodes.map((node) => line(found, node))),
    undecided: [...new Set(result.incomplete.map((found) => found.id))],
  };
}

// Printing may fail once when the machine is busy; the second time counts.
async function print(page, path) {
  try {
    await page.pdf({ path, preferCSSPageSize: true });
  } catch {
    await page.pdf({ path, preferCSSPageSize: true });
  }
}

async function check(browser, file, view) {
  const problems = [];
  const { context, page } = await open(browser, file, view, problems);
  const scripts = await page.evaluate(() => document.scripts.length);
  if (scripts > 0) problems.push(`${scripts} script elements`);
  // The first page is read as it opens; everything else is looked at with its headings unfolded.
  if (shots && view.shot && view.media !== "print") {
    await page.screenshot({ path: join(shots, `${basename(file, ".html")}-${view.name}-first.png`) });
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  const overflow = await page.evaluate(beyond);
  if (overflow > 0 && view.media !== "print") problems.push(`page is ${overflow} pixels wider than the window`);
  // A study of hostile names has words without any place to break them.
  if (!basename(file).startsWith("hostile")) {
    const of = { phone: view.width <= 360, heads: view.media === "print" || Boolean(view.text) };
    problems.push(...(await page.evaluate(annoyances, of)));
    if (view.between) problems.push(...(await between(page, view)));
  }
  const found = await violations(page);
  problems.push(...found.problems);
  if (shots && view.shot) {
    const name = join(shots, `${basename(file, ".html")}-${view.name}`);
    if (view.media === "print") await print(page, `${name}.pdf`);
    else await page.screenshot({ path: `${name}.png`, fullPage: true });
  }
  await context.close();
  const undecided = found.undecided.length ? `; to be judged by eye: ${found.undecided.join(", ")}` : "";
  console.log(`${basename(file)} ${view.name}: ${found.passes} rules pass, ${problems.length} problems${undecided}`);
  for (const problem of problems) console.log(`  ${problem}`);
  return problems.length;
}

let problems = 0;
for (const file of args) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    for (const view of VIEWS) problems += await check(browser, file, view);
  } finally {
    await browser.close();
  }
}
process.exit(problems > 0 ? 1 : 0);
