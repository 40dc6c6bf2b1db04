// Prints how citeproc-js cites the sources of sources.json, which expected.json records.
//
//     node tests/citation/oracle.mjs FOLDER > tests/citation/expected.json
//
// FOLDER has node_modules/citeproc (npm install citeproc) and, beside it, the styles and the locales
// that are named below: the two of GB/T 7714 are those of github.com/zotero-chinese/styles, APA and
// the locales those of github.com/citation-style-language. They are under CC BY-SA 3.0, and none of
// them is copied into this project.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const folder = resolve(process.argv[2]);
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const require = createRequire(`${folder}/`);
const citeproc = require("citeproc");
const sources = JSON.parse(readFileSync(new URL("sources.json", import.meta.url), "utf8"));

const STYLES = {
  gbt7714: ["gb-t-7714-2025-numeric-bilingual.csl", "zh-CN"],
  "gbt7714-2015": ["gb-t-7714-2015-numeric-bilingual.csl", "zh-CN"],
  apa: ["apa.csl", "en-US"],
};
const PARAGRAPHS = ["3", "18-23, 26"]; // the locators of two citations in the text

const itself = ({ csl }) => csl;

// What is cited in English has its names and its paper in English, and its title in both languages.
const inEnglish = ({ csl, source, english }) => {
  const paper = source.published ? source.publisher : (source.republisher ?? source.publisher);
  return {
    ...csl,
    title: source.title.en ? `${source.title.zh} [${source.title.en}]` : source.title.zh,
    "container-title": paper.en ?? paper.zh,
    author: english ?? csl.author,
    language: "en-US",
  };
};

const plain = (html) =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&#38;|&amp;/g, "&")
    .replace(/&#60;|&lt;/g, "<")
    .replace(/&#62;|&gt;/g, ">")
    .trim()
    .replace(/^\[\d+\]/, "");

function citeAll([file, lang], items) {
  const byId = Object.fromEntries(items.map((one) => [one.id, one]));
  const system = {
    retrieveLocale: (name) => read(`locales-${name.startsWith("zh") ? "zh-CN" : "en-US"}.xml`),
    retrieveItem: (id) => byId[id],
  };
  const written = {};
  for (const { id } of items) {
    // Each source is a bibliography of its own: no names or years are told apart from others'.
    const engine = new citeproc.Engine(system, read(file), lang, true);
    engine.updateItems([id]);
    const [reference] = engine.makeBibliography()[1];
    const located = PARAGRAPHS.map((locator) =>
      plain(engine.makeCitationCluster([{ id, locator, label: "paragraph" }])),
    );
    written[id] = { reference: plain(reference), located };
  }
  return written;
}

const about = ([file]) => ({
  style: read(file).match(/<title>(.*?)<\/title>/)[1],
  updated: read(file).match(/<updated>(.*?)<\/updated>/)[1],
});
const header = {
  processor: `citeproc-js ${citeproc.PROCESSOR_VERSION}`,
  recorded: new Date().toISOString().slice(0, 10),
  styles: Object.fromEntries(Object.entries(STYLES).map(([name, one]) => [name, about(one)])),
};
const written = Object.fromEntries(
  Object.entries(STYLES).map(([name, one]) => [
    name,
    citeAll(one, sources.map(name === "apa" ? inEnglish : itself)),
  ]),
);
console.log(JSON.stringify({ header, written }, null, 1));
