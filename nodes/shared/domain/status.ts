import type { Signal, Status } from './signal';

/** Where a signal may go from each status (DESIGN: the Signal). Staying where it is always goes. */
const NEXT: Record<Status, readonly Status[]> = {
	ontvangen: ['te beoordelen', 'doorgezet', 'in behandeling', 'opgelost', 'afgesloten'],
	'te beoordelen': ['doorgezet', 'in behandeling', 'opgelost', 'afgesloten'],
	doorgezet: ['te beoordelen', 'in behandeling', 'opgelost', 'afgesloten'],
	'in behandeling': ['te beoordelen', 'doorgezet', 'opgelost', 'afgesloten'],
	opgelost: ['afgesloten', 'heropend'],
	afgesloten: ['heropend'],
	heropend: ['in behandeling'],
};

/** The statuses a signal may move to from this one. */
export const nextStatuses = (from: Status): readonly Status[] => NEXT[from];

export const mayMove = (from: Status, to: Status): boolean => from === to || NEXT[from].includes(to);

/** Status of a signal when it enters the register: a person must look at what no rule or model is sure of. */
export function initialStatus(signal: Pick<Signal, 'classification' | 'flags'>): Status {
	const unsure = !signal.classification || signal.classification.review || signal.flags.unparseable;
	return unsure ? 'te beoordelen' : 'ontvangen';
}

/** Status of a signal once a person has written about it again: what was finished is open again. */
export const statusAfterAnswer = (status: Status): Status =>
	status === 'opgelost' || status === 'afgesloten' ? 'heropend' : status;
