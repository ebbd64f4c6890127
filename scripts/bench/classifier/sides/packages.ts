import { createRequire } from 'node:module';
import { join } from 'node:path';
import { perField, type Side } from '../side';

/** As much of nlp.js as is used. */
interface NlpJs {
	addLanguage(language: string): void;
	addDocument(language: string, text: string, intent: string): void;
	train(): Promise<unknown>;
	export(): string;
	import(saved: string): void;
	process(language: string, text: string): Promise<{ intent: string }>;
}
interface Container {
	use(plugin: unknown): void;
}
type NlpJsClass = new (settings: object) => NlpJs;

/** As much of natural as is used. */
interface Bayes {
	addDocument(text: string, label: string): void;
	train(): void;
	classify(text: string): string;
}
interface Natural {
	BayesClassifier: (new (stemmer: unknown) => Bayes) & { restore(saved: object, stemmer: unknown): Bayes };
	PorterStemmerNl: unknown;
}

/** The packages are in a folder of their own (scripts/lib/classifier-packages.mjs), and loaded only when they are measured. */
function packageOf(name: string): unknown {
	const folder = process.env.REGIE_CLASSIFIER_PACKAGES;
	if (!folder) throw new Error('REGIE_CLASSIFIER_PACKAGES does not say where nlp.js and natural are.');
	return createRequire(join(folder, 'package.json'))(name);
}

const LANGUAGE = 'nl';
/** How often nlp.js goes through the mails; its learning rate is one and a half times as small by then. */
export const NLP_JS_ROUNDS = 500;

async function emptyNlpJs(): Promise<NlpJs> {
	const core = packageOf('@nlpjs/core') as { containerBootstrap(): Promise<Container> };
	const { Nlp } = packageOf('@nlpjs/nlp') as { Nlp: NlpJsClass };
	const { LangNl } = packageOf('@nlpjs/lang-nl') as { LangNl: unknown };
	const container = await core.containerBootstrap();
	container.use(LangNl);
	const settings = {
		autoSave: false,
		autoLoad: false,
		threshold: 0,
		nlu: { log: false, useNoneFeature: false, iterations: NLP_JS_ROUNDS },
	};
	const nlp = new Nlp({ container, languages: [LANGUAGE], ...settings });
	nlp.addLanguage(LANGUAGE);
	return nlp;
}

/** nlp.js with its Dutch language pack, and its own settings for learning but for the number of rounds. It may give no answer: `None`. */
export const nlpJsSide: Side = perField(
	'nlp.js: neural network on word stems',
	async (texts, labels) => {
		const nlp = await emptyNlpJs();
		texts.forEach((text, at) => nlp.addDocument(LANGUAGE, text, labels[at]!));
		await nlp.train();
		return nlp.export();
	},
	async (saved) => {
		const nlp = await emptyNlpJs();
		nlp.import(saved);
		return async (text) => (await nlp.process(LANGUAGE, text)).intent;
	},
);

/** The Bayes classifier of natural, with its Dutch stemmer. */
export const naturalSide: Side = perField(
	'natural: Bayes on word stems',
	(texts, labels) => {
		const { BayesClassifier, PorterStemmerNl } = packageOf('natural') as Natural;
		const bayes = new BayesClassifier(PorterStemmerNl);
		texts.forEach((text, at) => bayes.addDocument(text, labels[at]!));
		bayes.train();
		return Promise.resolve(JSON.parse(JSON.stringify(bayes)) as object);
	},
	(saved) => {
		const { BayesClassifier, PorterStemmerNl } = packageOf('natural') as Natural;
		const bayes = BayesClassifier.restore(saved, PorterStemmerNl);
		return Promise.resolve((text) => Promise.resolve(bayes.classify(text)));
	},
);
