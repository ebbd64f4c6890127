import type { LabelledMail } from './corpus';

/**
 * The mails that may not be torn apart by a split: those of one writer, and those of one thread. Gives
 * the positions of the mails, group by group. Mails that name neither stand alone.
 */
export function groupsOf(mails: readonly Pick<LabelledMail, 'author' | 'thread'>[]): number[][] {
	const group = mails.map((_, at) => at);
	const root = (at: number): number => (group[at] === at ? at : (group[at] = root(group[at]!)));
	const first = new Map<string, number>();
	mails.forEach(({ author, thread }, at) => {
		for (const name of [author && `author ${author}`, thread && `thread ${thread}`]) {
			if (!name) continue;
			const other = first.get(name);
			if (other === undefined) first.set(name, at);
			else group[root(at)] = root(other);
		}
	});
	const members = new Map<number, number[]>();
	mails.forEach((_, at) => members.set(root(at), [...(members.get(root(at)) ?? []), at]));
	return [...members.values()];
}
