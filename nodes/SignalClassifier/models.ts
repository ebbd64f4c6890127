import type { ClassifierModels, ModelRecord } from '../shared/storage/classifier-models';
import type { Register } from '../shared/storage/register';
import { packageModel } from './classify';
import { parseModel, type Model } from './model-file';
import { readFrozenMails, readTrainingMails } from './training/corpus';
import { retrain } from './training/retrain';

/** Models of registers that were read before; a version is never another model. Two, for one is compared with another. */
const MOST_KEPT = 2;
const read = new Map<string, Model>();

/** The model in use in a register: the one that was promoted there, or that of the package. Throws `ModelFileError`. */
export async function modelInUse(models: ClassifierModels): Promise<Model> {
	const version = await models.versionInUse();
	if (version === null) return packageModel();
	const known = read.get(version);
	if (known) return known;
	const model = parseModel((await models.file(version)) ?? '', `${version} in the register`);
	if (read.size >= MOST_KEPT) read.delete(read.keys().next().value!);
	read.set(version, model);
	return model;
}

/** There is nothing in the register that the model does not know. */
export class NothingToLearnError extends Error {
	override readonly name = 'NothingToLearnError';
	readonly hint =
		'Correct or confirm signals first, with Change Classification of the Signal Register. Then there is something to learn from.';
}

/**
 * Builds a model from the corpus and the corrections in the register, keeps it there, and puts it in use when the frozen
 * mails show nothing worse. Gives what was built; `inUse` says whether it was promoted. Throws `NothingToLearnError`.
 */
export async function retrainModel(register: Register, actor: string): Promise<ModelRecord> {
	const corrected = await register.corrections.all();
	if (corrected.length === 0)
		throw new NothingToLearnError('No person has judged a signal in this register yet.');
	const { version, file, report } = await retrain({
		corpus: readTrainingMails(),
		corrected,
		frozen: readFrozenMails(),
		current: await modelInUse(register.classifierModels),
	});
	const use = report.objections.length === 0;
	return await register.classifierModels.add({ version, file, report, actor, use });
}
