// Draws the pictures of `Pipeline.md` in a real browser: of the example vault, of an empty one, of one with sixty
// applications, and of one whose names try to break out. Every picture must be drawn, show each name as it is
// written, and hold nothing that acts. The pages are kept as images, to be looked at.
//
//     node tests/browser/pipeline.mjs [FOLDER FOR THE IMAGES]
//
// Needs cargo, npm (it installs mermaid and marked into a temporary folder) and Chromium, as `chromium` or $CHROMIUM.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const repository = resolve(import.meta.dirname, "../..");
const place = mkdtempSync(join(tmpdir(), "vault-browser-"));
const images = resolve(process.argv[2] ?? join(place, "images"));
const browser = process.env.CHROMIUM ?? "chromium";
const noon = "1773316800"; // of 12 March 2026, on which the example is told

const hostile = [
  `%%{init: {"theme": "dark"}}%%`, `"] --> x["`, `a; b`, `#35; #quot; #`, "`code` `", `<img src=x onerror=alert(1)>`,
  `<script>alert(1)</script>`, `click applied href javascript:alert(1)`, `end`, `style x fill:#f00;`, `1. list`, `- list`,
  `**bold** _it_ $$x^2$$`, `fa:fa-car`, `a : milestone, 2026-01-01, 1d`, `section x`, `---`, `|x| & {y} (z) [w]`, `%% vault: end 1-00 %%`,
  `ﬂ°°60¶ß`, `naïve Öl 漢字 مرحبا 👩‍🚀`, `turned \u202eround`, `\\n \\`, `{{x}} <% y %>`, `classDef a fill:#123456;`, `~~~`, `subgraph`,
];

mkdirSync(images, { recursive: true });
execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", place, "mermaid@11", "marked@16"]);
execFileSync("cargo", ["build", "--quiet"], { cwd: repository, stdio: "inherit" });

let failed = 0;
for (const [name, fill] of [["example", example], ["empty", empty], ["sixty", sixty], ["hostile", hostileVault]]) {
  const vault = join(place, name);
  const shown = fill(vault);
  run(vault, "build");
  for (const level of ["strict", "loose"]) {
    const drawn = draw(name, readFileSync(join(vault, "Pipeline.md"), "utf8"), level);
    const wrong = drawn.flatMap((one, at) => [
      ...(one.error ? [`picture ${at}: ${one.error}`] : []),
      ...(one.acting ? [`picture ${at} holds ${one.acting} things that act`] : []),
    ]);
    const all = drawn.map((one) => one.text).join("\n");
    wrong.push(...shown.filter((words) => !all.includes(words)).map((words) => `not shown as written: ${words}`));
    console.log(`${name}, ${level}: ${drawn.length} pictures${wrong.length ? "" : ", all well"}`);
    wrong.forEach((words) => console.log(`  ${words}`));
    failed += wrong.length;
  }
}
console.log(`images in ${images}`);
if (images.startsWith(place)) rmSync(join(place, "node_modules"), { recursive: true });
else rmSync(place, { recursive: true });
process.exit(failed ? 1 : 0);

function run(vault, ...args) {
  const state = join(place, "state");
  const variables = { ...process.env, SOURCE_DATE_EPOCH: noon, XDG_STATE_HOME: state };
  execFileSync(join(repository, "target/debug/vault"), ["--vault", vault, ...args], { env: variables, stdio: "inherit" });
}

function example(vault) {
  cpSync(join(repository, "example-vault"), vault, { recursive: true });
  return ["Arkwell Conservatory", "Lyrebird Pianos", "Round 2", "Their answer"];
}

function empty(vault) {
  mkdirSync(vault);
  writeFileSync(join(vault, "vault.toml"), "");
  return [];
}

function sixty(vault) {
  empty(vault);
  const kinds = ["Glass", "Timber", "Dairy", "Ferries", "Lamps", "Bricks"];
  const places = ["Harbour", "Northgate", "Kestrel", "Marsh", "Upper", "Quay", "Ember", "Winter", "Orchard", "Slate"];
  const all = places.flatMap((place) => kinds.map((kind) => `${place} ${kind}`));
  const status = ["applied", "interviewing", "waiting", "waiting", "rejected", "offer", "withdrawn"];
  all.forEach((company, at) => {
    const day = (add) => new Date(Date.UTC(2026, 1, 2 + (at % 40) + add)).toISOString().slice(0, 10);
    const decided = at % 7 > 3 ? `decided_on: ${day(9)}\n` : "";
    writeFileSync(join(vault, `${company}.md`),
      `---\ntype: company\nposition: Keeper of ${company}\nstatus: ${status[at % 7]}\n${decided}---\n`);
    if (at % 7 === 0) return;
    writeFileSync(join(vault, `${company} 1.md`),
      `---\ntype: round\ncompany: "[[${company}]]"\nstate: held\ninterview_date: ${day(0)}\ninterviewers: [Ann ${at}, Bo ${at}]\nhear_by: ${day(14)}\n---\n`);
    if (at % 7 === 1) writeFileSync(join(vault, `${company} 2.md`),
      `---\ntype: round\ncompany: "[[${company}]]"\nstate: planned\ninterview_date: ${day(45)}\ninterviewers: [Cy ${at}]\n---\n`);
  });
  return ["Waiting for news · 18", "and 10 more"];
}

function hostileVault(vault) {
  empty(vault);
  hostile.forEach((words, at) => {
    const company = `${words.replaceAll("/", "").replaceAll("\u202e", "")}`;
    writeFileSync(join(vault, `${company}.md`), `---\ntype: company\nposition: ${JSON.stringify(words)}\n---\n`);
    writeFileSync(join(vault, `round ${at}.md`),
      `---\ntype: round\ncompany: c\nstate: held\ninterview_date: 2026-03-${String(1 + (at % 9)).padStart(2, "0")}\ninterviewers: ${JSON.stringify([words])}\n---\n`.replace("company: c", `company: ${JSON.stringify(`[[${company}]]`)}`));
  });
  // The pictures show at most eight names of a stage and cut long ones: each is shown in the timeline's or the flow's first.
  return [`"] --> x["`, "a; b", "#35; #quot; #", "style x fill:#f00;", "---", "- list", "1. list"];
}

function draw(name, markdown, level) {
  const page = join(place, `${name}-${level}.html`);
  const script = (path) => readFileSync(join(place, "node_modules", path), "utf8").replaceAll("</script", "<\\/script");
  const body = JSON.stringify(markdown).replaceAll("<", "\\u003c");
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><title>waiting</title>
<style>body{font:15px/1.45 sans-serif;max-width:840px;margin:24px auto;color:#222}table{border-collapse:collapse;font-size:13px}
td,th{border:1px solid #ddd;padding:5px 8px;text-align:left;vertical-align:top}.link{color:#7a4fd6}</style>
<main></main><script type="application/json" id="drawn"></script>
<script>${script("mermaid/dist/mermaid.min.js")}</script><script>${script("marked/lib/marked.umd.js")}</script>
<script>(async () => {
  const text = ${body}.replace(/^%% vault:.*%%$/gm, "");
  const pictures = [];
  const kept = text.replace(/\`\`\`mermaid\\n([^]*?)\\n\`\`\`/g, (_, source) => '<div class="picture" id="at' + (pictures.push(source) - 1) + '"></div>');
  const escape = (words) => words.replace(/[&<>]/g, (c) => "&#" + c.charCodeAt(0) + ";");
  const linked = kept.replace(/\\[\\[(?:[^\\]|]*\\\\\\|)?([^\\]]*)\\]\\]/g, (_, shown) => '<span class="link">' + escape(shown) + "</span>");
  document.querySelector("main").innerHTML = marked.parse(linked);
  mermaid.initialize({ startOnLoad: false, securityLevel: "${level}" });
  const drawn = [];
  for (const [at, source] of pictures.entries()) {
    try {
      const box = document.getElementById("at" + at);
      box.innerHTML = (await mermaid.render("picture" + at, source)).svg;
      drawn.push({ text: box.textContent, acting: box.querySelectorAll("script,a,img,iframe,object,[onerror],[onclick]").length });
    } catch (error) { drawn.push({ error: String(error), text: "" }); }
  }
  document.getElementById("drawn").textContent = encodeURIComponent(JSON.stringify(drawn));
})();</script>`);
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--virtual-time-budget=60000"];
  const profile = () => `--user-data-dir=${mkdtempSync(join(place, "profile-"))}`;
  const open = (...more) => execFileSync(browser, [...flags, profile(), ...more, `file://${page}`],
    { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"], timeout: 60_000, killSignal: "SIGKILL" });
  const found = open("--dump-dom").match(/id="drawn">([^<]*)</);
  if (level === "strict") {
    open("--window-size=900,1800", `--screenshot=${join(images, `${name}.png`)}`);
    open("--window-size=500,1800", `--screenshot=${join(images, `${name} on a phone.png`)}`);
  }
  return JSON.parse(decodeURIComponent(found[1] || "[]"));
}
