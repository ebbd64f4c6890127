/**
 * Rebuilds the model of the Signal Classifier from the labelled mails in test/corpus, and writes the
 * cross-validated numbers beside it. Deterministic: the same corpus gives the same two files.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseModel } from '../nodes/SignalClassifier/model-file';
import { readTrainingMails } from '../nodes/SignalClassifier/training/corpus';
import { evaluate } from './classifier/report';
import { asExample, buildModel } from '../nodes/SignalClassifier/training/train';

const folder = join(__dirname, '..', 'nodes', 'SignalClassifier', 'model');

const examples = readTrainingMails().map(asExample);
const { calibration, report } = evaluate(examples);
const file = buildModel(examples, calibration);
const text = `${JSON.stringify(file)}\n`;
const model = parseModel(text, 'model.json');

writeFileSync(join(folder, 'model.json'), text);
writeFileSync(
	join(folder, 'report.json'),
	`${JSON.stringify({ modelVersion: model.modelVersion, ...report }, null, '\t')}\n`,
);

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const { all } = report;
console.log(
	`Model ${model.modelVersion}: ${all.mails} mails, ${model.index.size} features, ${(text.length / 1024).toFixed(0)} kB`,
);
console.log(`${report.method}:`);
for (const [field, { accuracy, macroF1 }] of Object.entries(all.fields)) {
	console.log(`  ${field.padEnd(10)} accuracy ${percent(accuracy)}  macro-F1 ${percent(macroF1)}`);
}
const { share, categoryRight, supplierRight } = all.withoutReview;
console.log(
	`  without review ${percent(share)}; of those the category is right in ${percent(categoryRight)}, the supplier in ${percent(supplierRight)}`,
);
for (const [name, { withoutReview, fields }] of Object.entries(report.trainedWithoutFile)) {
	console.log(
		`  trained without ${name}, tested on it: category ${percent(fields.category!.accuracy)}, supplier ${percent(fields.supplier!.accuracy)}; without review ${percent(withoutReview.share)}, right ${percent(withoutReview.categoryRight)}`,
	);
}
