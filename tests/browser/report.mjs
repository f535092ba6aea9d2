// Opens the page of `vault report` in a real browser: of the example vault, in full and for others, of an empty one, of
// one whose notes try to break out, and of a long one. On a phone and on a desk, light, dark and printed: nothing is wider
// than the screen, axe finds nothing, nothing is asked of the network, nothing acts. With a folder the pages are kept there
// as images, to be looked at.
//
//     node tests/browser/report.mjs [FOLDER FOR THE IMAGES]
//
// Needs cargo, npm (it installs playwright-core and axe-core into a temporary folder) and Chromium, as `chromium` or
// $CHROMIUM; where one of them is missing it says so, and checks nothing.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const repository = resolve(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "vault-report-"));
const images = process.argv[2] && resolve(process.argv[2]);
const noon = "1773316800"; // of 12 March 2026, on which the example is told
const sizes = [[390, 844], [1280, 900]];
const looks = [["light", "screen"], ["dark", "screen"], ["dark", "print"]];

const hostile = [
  `<script>document.title = "taken"</script>`, `<img src=x onerror="document.title = 'taken'">`, `</style><style>*{display:none}</style>`,
  `" onmouseover="alert(1)`, `' style='color:red`, `</title><h1>taken</h1>`, `<!-- --> ]]>`, `&lt;b&gt; &amp;amp;`, `javascript:alert(1)`,
  `turned \u202eround`, `{{ x }} {% y %} <% z %>`, `<a href="https://elsewhere.example/">here</a>`, `naïve 漢字 مرحبا 👩‍🚀`,
  "Verylongwordwithoutanyspacethatwouldpushthepagetotherightonaphone".repeat(4),
];

const missing = [["chromium", () => find("chromium")], ["npm", () => find("npm")]].filter(([, is]) => !is()).map(([name]) => name);
let tools;
try {
  if (!missing.length) {
    execFileSync("npm", ["install", "--no-save", "--silent", "--no-audit", "--no-fund", "--prefix", place,
      "playwright-core@1", "axe-core@4"], { stdio: ["ignore", "ignore", "pipe"] });
    tools = createRequire(join(place, "node_modules/"));
  }
} catch { missing.push("playwright-core and axe-core from npm"); }
if (missing.length) {
  console.log(`skipped: there is no ${missing.join(", no ")} here`);
  rmSync(place, { recursive: true });
  process.exit(0);
}

const { chromium } = tools("playwright-core");
const axe = readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");
execFileSync("cargo", ["build", "--quiet", "--locked"], { cwd: repository, stdio: "inherit" });
if (images) mkdirSync(images, { recursive: true });

const browser = await chromium.launch({ executablePath: find("chromium"), args: ["--no-sandbox"] });
let failed = 0;
try {
  const pages = [["example", example, []], ["redacted", example, ["--redact"]], ["empty", empty, []],
    ["hostile", hostileVault, []], ["long", long, []]];
  for (const [name, fill, args] of pages) {
    const vault = join(place, `vault-${name}`);
    const shown = fill(vault);
    const file = join(place, `${name}.html`);
    writeFileSync(file, run(vault, "report", ...args));
    for (const [width, height] of sizes) {
      for (const [scheme, media] of looks) {
        const wrong = await look(name, file, { width, height }, scheme, media, args.length ? [] : shown);
        console.log(`${name}, ${width} wide, ${scheme}, ${media}: ${wrong.length ? "" : "all well"}`);
        wrong.forEach((words) => console.log(`  ${words}`));
        failed += wrong.length;
      }
    }
  }
  // The control: a page with each of these faults is found out.
  const bad = join(place, "bad.html");
  writeFileSync(bad, `<!doctype html><title>bad</title><div style="width:2000px;color:#eee;background:#fff">pale</div><img src="https://elsewhere.example/x.png">`);
  const found = (await look("bad", bad, { width: 390, height: 844 }, "light", "screen", ["not there"])).join("\n");
  for (const sign of ["wider", "axe", "asked", "not shown"]) {
    if (!found.includes(sign)) { console.log(`the control was not found out: ${sign}\n${found}`); failed += 1; }
  }
} finally { await browser.close(); }
rmSync(place, { recursive: true });
if (images) console.log(`images in ${images}`);
process.exit(failed ? 1 : 0);

function find(program) {
  const name = program === "chromium" ? process.env.CHROMIUM ?? "chromium" : program;
  try { return execFileSync("sh", ["-c", `command -v "$0"`, name], { encoding: "utf8" }).trim(); } catch { return undefined; }
}

async function look(name, file, viewport, scheme, media, shown) {
  const context = await browser.newContext({ viewport, colorScheme: scheme });
  const page = await context.newPage();
  const wrong = [];
  const own = pathToFileURL(file).href;
  page.on("request", (request) => { if (request.url() !== own) wrong.push(`asked for ${request.url()}`); });
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.emulateMedia({ media, colorScheme: scheme });
  await page.goto(own);
  const state = await page.evaluate(() => ({
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    acting: document.querySelectorAll("script,img,iframe,object,embed,form,link,base,[onerror],[onclick],[onmouseover],[style]").length,
    elsewhere: [...document.querySelectorAll("a")].filter((a) => !a.getAttribute("href").startsWith("#")).length,
    lost: [...document.querySelectorAll("a")].filter((a) => !document.querySelector(a.getAttribute("href"))).length,
    styles: document.querySelectorAll("style").length,
    title: document.title,
    text: document.body.textContent,
  }));
  if (state.over > 0) wrong.push(`${state.over} px wider than the screen`);
  if (state.acting) wrong.push(`${state.acting} things that could act`);
  if (state.elsewhere) wrong.push(`${state.elsewhere} links lead elsewhere`);
  if (state.lost) wrong.push(`${state.lost} links lead nowhere`);
  if (name !== "bad" && state.styles !== 1) wrong.push(`${state.styles} style sheets`);
  if (state.title === "taken") wrong.push("a script ran");
  wrong.push(...shown.filter((words) => !state.text.includes(words)).map((words) => `not shown as written: ${words}`));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  for (const one of violations) wrong.push(`axe: ${one.id}: ${one.help}: ${one.nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(" | ")}`);
  if (images) {
    const image = join(images, `${name} ${viewport.width} ${scheme} ${media}.png`);
    await page.screenshot({ path: image, fullPage: true });
    if (media === "print") await page.pdf({ path: image.replace(/png$/, "pdf"), preferCSSPageSize: true });
  }
  await context.close();
  return wrong;
}

function run(vault, ...args) {
  const variables = { ...process.env, SOURCE_DATE_EPOCH: noon, XDG_STATE_HOME: join(place, "state") };
  return execFileSync(join(repository, "target/debug/vault"), ["--vault", vault, ...args], { env: variables, maxBuffer: 1 << 26 });
}

function example(vault) {
  cpSync(join(repository, "example-vault"), vault, { recursive: true });
  return ["Arkwell Conservatory", "Lyrebird Pianos", "Casimir Ostrow", "Waiting for news"];
}

function empty(vault) {
  mkdirSync(vault);
  writeFileSync(join(vault, "vault.toml"), "");
  return ["no application"];
}

function application(vault, at, company, words) {
  const said = JSON.stringify(words);
  const day = `2026-03-${String(1 + (at % 9)).padStart(2, "0")}`;
  writeFileSync(join(vault, `${company}.md`), `---\ntype: company\nposition: ${said}\n---\n## Research\n- 2026-03-02 company: ${words}\n`);
  writeFileSync(join(vault, `round ${at}.md`), `---\ntype: round\ncompany: ${JSON.stringify(`[[${company}]]`)}\nstate: held\ninterview_date: ${day}\n`
    + `interviewers: [${said}]\n---\n## Close\n- support: yes, ${words}\n\n## Promises\n- [ ] ${words} 📅 2026-03-13\n`);
}

function hostileVault(vault) {
  empty(vault);
  writeFileSync(join(vault, "Me.md"), `---\ntype: candidate\nfull_name: ${JSON.stringify(hostile[5])}\n---\n`);
  hostile.forEach((words, at) => application(vault, at, `Firm ${at} ${words.replace(/[^a-z ]/gi, "").slice(0, 60)}`, words));
  return hostile.filter((words) => !words.includes("\u202e")).concat(["turned \\u{202e}round"]);
}

function long(vault) {
  empty(vault);
  for (let at = 0; at < 60; at += 1) application(vault, at, `Firm of the number ${at}`, `Keeper of the ${at} lamps, by day and night`);
  return ["Firm of the number 59"];
}
