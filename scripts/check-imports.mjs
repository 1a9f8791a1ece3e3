// Checks who imports whom against the table in steps/import-rules.mjs, and that no file imports itself in a
// circle. `node scripts/check-imports.mjs [folder]`
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";
import { ResolverFactory } from "oxc-resolver";
import { configuration, drawers, modules } from "./steps/import-rules.mjs";

const source = /\.(ts|tsx|mts|mjs|js|jsx)$/;
const isTestFile = (file) => /\.test\.[a-z]+$/.test(file);
const isWholeTest = (file) => /\.(db|slow)\.test\.[a-z]+$/.test(file);
const topFolders = ["app", "components", "lib", "e2e", "scripts"];

function sourcesUnder(root) {
  const list = (folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return list(path);
      return source.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
    });
  const top = readdirSync(root).filter((name) => source.test(name) && statSync(join(root, name)).isFile());
  return [...top, ...topFolders.filter((name) => existsSync(join(root, name))).flatMap(list)];
}

const moduleNames = Object.keys(modules).sort((a, b) => b.length - a.length);

/** The module a file belongs to, null when the table has no row for it. */
function moduleOf(file) {
  const plain = file.replace(/(\.(db|slow))?\.test\.[a-z]+$/, "").replace(source, "");
  return moduleNames.find((name) => file === name || plain === name || file.startsWith(`${name}/`)) ?? null;
}

/** Every specifier with the line it stands in; type-only imports count like others. */
function importsOf(file, text) {
  const { program, module } = parseSync(file, text);
  const found = [];
  const add = (specifier, at) => found.push({ specifier, line: text.slice(0, at).split("\n").length });
  for (const { moduleRequest, start } of module.staticImports) add(moduleRequest.value, start);
  for (const { entries, start } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request) add(request.value, start);
  }
  const note = (node) => {
    if (typeof node.source?.value === "string") add(node.source.value, node.start);
  };
  new Visitor({ ImportExpression: note, TSImportType: note }).visit(program);
  return found;
}

function packageOf(specifier) {
  const [scope, name] = specifier.split("/");
  return specifier.startsWith("@") ? `${scope}/${name}` : scope;
}

function isForbiddenPackage(name, rule) {
  return rule.packages.some(
    (one) => one === "*" || one === name || (one.endsWith("/*") && name.startsWith(one.slice(0, -1))),
  );
}

function allowed(from, to, file) {
  if (from === to) return true;
  // Not a part of the product: a test of all of it.
  if (from === "lib/worlds") return modules[from].may.includes(to);
  // A test with a database or processes puts parts together as they run; the sandbox stays apart even there.
  if (isWholeTest(file)) return from !== "lib/sandbox" && to !== "lib/sandbox";
  if (to === "lib/testing") return isTestFile(file) || from === "e2e";
  const { may } = modules[from];
  // Whoever may have the store may have its pool; the other way round not.
  if (may.includes(to)) return true;
  if (modules[to].isApart) return false;
  const whole = moduleNames.find((name) => name !== to && to.startsWith(`${name}/`));
  return whole !== undefined && whole !== "components" && (whole === from || may.includes(whole));
}

function checkDrawer(file) {
  const names = file
    .replace(source, "")
    .replace(/\.test$/, "")
    .split("/");
  const drawer = names.find((name) => drawers.test(name));
  return drawer ? [`${file}:1 "${drawer}" is a drawer: name the file after the one idea it holds`] : [];
}

function checkFile(root, file, resolver, graph) {
  const problems = checkDrawer(file);
  if (configuration.test(file)) return problems;
  const from = moduleOf(file);
  if (!from) return [...problems, `${file}:1 is in no module of the table in scripts/steps/import-rules.mjs`];
  const text = readFileSync(join(root, file), "utf8");
  for (const { specifier, line } of importsOf(file, text)) {
    const at = `${file}:${line}`;
    if (isBuiltin(specifier)) continue;
    if (!specifier.startsWith(".") && !specifier.startsWith("@/")) {
      const name = packageOf(specifier);
      if (isForbiddenPackage(name, modules[from]) && !isTestFile(file))
        problems.push(`${at} ${from} may not import the package ${name}`);
      continue;
    }
    const wanted = specifier.startsWith("@/") ? join(root, specifier.slice(2)) : specifier;
    const { path } = resolver.sync(dirname(join(root, file)), wanted);
    if (!path) {
      problems.push(`${at} ${specifier} leads nowhere`);
      continue;
    }
    const target = relative(root, path);
    if (!source.test(target)) continue;
    graph.get(file).push({ target, line });
    if (/^(dist|\.next)\//.test(target) || configuration.test(target)) continue;
    const to = moduleOf(target);
    if (to && !allowed(from, to, file)) problems.push(`${at} ${from} may not import ${to} (${target})`);
  }
  return problems;
}

function findCycles(graph) {
  const state = new Map();
  const cycles = [];
  const visit = (file, path) => {
    state.set(file, "open");
    for (const { target, line } of graph.get(file) ?? []) {
      if (state.get(target) === "open") {
        const circle = [...path.slice(path.indexOf(target)), target];
        cycles.push(`${file}:${line} closes a circle: ${circle.join(" -> ")}`);
      } else if (!state.has(target)) visit(target, [...path, target]);
    }
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file, [file]);
  return cycles;
}

/** Everything wrong with the imports under this folder, each with file and line. */
export function checkImports(root) {
  const resolver = new ResolverFactory({
    extensions: [".ts", ".tsx", ".mts", ".mjs", ".js"],
    conditionNames: ["node", "import"],
  });
  const files = sourcesUnder(root);
  const graph = new Map(files.map((file) => [file, []]));
  const problems = files.flatMap((file) => checkFile(root, file, resolver, graph));
  return { problems: [...problems, ...findCycles(graph)], files: files.length };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = resolve(process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url)));
  const { problems, files } = checkImports(root);
  for (const problem of problems) console.error(problem);
  console.log(`${files} files, ${problems.length} problems`);
  process.exitCode = problems.length === 0 && files > 0 ? 0 : 1;
}
