// Reads every graph of a folder with the tools that it is meant for: see .ci/graphs.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e7, maxEdges: 1e5 });

const decoded = (html) => {
  const place = window.document.createElement('textarea');
  place.innerHTML = html;
  return place.value;
};
const line = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** The titles and the number of edges that Mermaid finds, its own marks of entities taken back as it does itself. */
async function readByMermaid(file) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(file, 'utf8'));
  const titles = [...db.getVertices().values()].map(({ text }) =>
    line(decoded(text.split(/<br\s*\/?>/)[1].replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';'))));
  return { titles, edges: db.getEdges().length };
}

/**
 * The titles, in the order of the nodes' ids, and the number of edges in the picture that Graphviz draws, which draws a
 * node no later than the first edge that ends at it; it must not so much as warn.
 */
function readByGraphviz(file, ids) {
  const drawn = spawnSync('dot', ['-Tsvg', file], { encoding: 'utf8', maxBuffer: 1e8 });
  if (drawn.status !== 0 || drawn.stderr) throw new Error(`${file}: ${drawn.stderr}`);
  const picture = new JSDOM(drawn.stdout, { contentType: 'text/xml' }).window.document;
  const groups = (name) => [...picture.querySelectorAll(`g.${name}`)];
  const place = (node) => ids.indexOf(node.querySelector('title').textContent);
  const titles = groups('node').sort((one, other) => place(one) - place(other))
    .map((node) => line([...node.querySelectorAll('text')].slice(1).map((each) => each.textContent).join(' ')));
  return { titles, edges: groups('edge').length };
}

let graphs = 0;
let failed = 0;
for (const name of readdirSync(process.argv[2]).filter((each) => each.endsWith('.json')).map((each) => each.slice(0, -5))) {
  const at = (ending) => join(process.argv[2], name + ending);
  const said = JSON.parse(readFileSync(at('.json'), 'utf8'));
  const wanted = { titles: said.titles.map(line), edges: said.edges };
  for (const [tool, found] of [['mermaid', await readByMermaid(at('.mmd'))], ['graphviz', readByGraphviz(at('.dot'), said.ids)]]) {
    graphs++;
    if (!isDeepStrictEqual(found, wanted)) {
      failed++;
      console.error(`${name} by ${tool}: ${found.edges} edges of ${wanted.edges}`);
      wanted.titles.forEach((title, i) => title === found.titles[i] || console.error(`  ${title} became ${found.titles[i]}`));
    }
  }
}
console.log(`${graphs} graphs read by mermaid and graphviz, ${failed} of them wrong`);
process.exit(failed || !graphs ? 1 : 0);
