// Puts the page together: built/page.js, page.css, index.html, icon.svg, the licenses of what it contains, and a
// digest of the sources it was built from.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

const OUT = "built";

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** The folders of the packages whose code is in the bundle, out of the names of its inputs. */
function packages(inputs) {
  const found = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean);
  return [...new Set(found)].sort();
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `No license text in the package; it declares ${license}.`;
  return `${name} ${version} (${license})\n\n${text}`;
}

mkdirSync(OUT, { recursive: true });
const { metafile } = await build({
  entryPoints: { page: "src/main.tsx" },
  outdir: OUT,
  bundle: true,
  minify: true,
  metafile: true,
  charset: "utf8",
  format: "iife",
  target: "es2022",
  jsx: "automatic",
  legalComments: "none",
  define: { "process.env.NODE_ENV": '"production"' },
});
for (const name of ["index.html", "icon.svg"]) copyFileSync(join("src", name), join(OUT, name));

const line = "\n\n" + "-".repeat(80) + "\n\n";
const head = "page.js and page.css contain the following packages, each under its own license.";
const inside = packages(Object.keys(metafile.inputs)).filter((folder) => existsSync(join(folder, "package.json")));
writeFileSync(join(OUT, "THIRD-PARTY.txt"), [head, ...inside.map(notice)].join(line) + "\n");

const digest = createHash("sha256");
for (const path of [...files("src").sort(), "build.mjs", "package-lock.json"]) {
  digest.update(relative(".", path).replaceAll("\\", "/") + "\0").update(readFileSync(path)).update("\0");
}
writeFileSync(join(OUT, "sources.sha256"), digest.digest("hex") + "\n");
