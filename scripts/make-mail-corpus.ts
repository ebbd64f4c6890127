// Writes test/corpus/mails: mail files as mail programs make them, each with what a person says is in it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusCases } from './mail-corpus/all-cases';

const folder = join(__dirname, '..', 'test', 'corpus', 'mails');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, '.gitattributes'), '*.eml -text\n');
const cases = corpusCases();
for (const { name, about, source, expected } of cases) {
	writeFileSync(join(folder, `${name}.eml`), source);
	writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ about, ...expected }, null, 2)}\n`);
}
console.log(`${cases.length} mails in ${folder}`);
