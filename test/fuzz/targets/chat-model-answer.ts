import { answerSchema, readAnswer } from '../../../nodes/SignalClassifier/second-opinion/answer';
import { asJsonOrText, promised, type FuzzTarget } from '../fuzz-target';

const ANSWER = {
	category: 'klacht',
	also: [],
	supplier: 'FMH',
	urgency: 'normaal',
	sentiment: 'negatief',
	reason: 'De klant klaagt.',
};

/** What a chat model answers about a signal. */
export const chatModelAnswer: FuzzTarget = {
	seeds: () => [
		Buffer.from(JSON.stringify(ANSWER)),
		Buffer.from(JSON.stringify({ content: `\`\`\`json\n${JSON.stringify(ANSWER)}\n\`\`\`` })),
		Buffer.from(JSON.stringify({ content: [{ type: 'text', text: JSON.stringify(ANSWER) }] })),
	],
	tokens: [
		'```json\n',
		'\n```',
		'"category":"onvrede"',
		'"also":["klacht"]',
		'{"type":"text","text":',
		'"content":',
	],
	run(input) {
		for (const message of [input.toString('utf8'), asJsonOrText(input)]) {
			const answer = readAnswer(message);
			promised(
				answer === null || answerSchema.safeParse(answer).success,
				'only an answer of the codebook counts',
			);
		}
	},
};
