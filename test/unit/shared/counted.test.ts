import { counted, workingDays } from '../../../nodes/shared/text/counted';

it.each([
	[0, '0 mails'],
	[1, '1 mail'],
	[2, '2 mails'],
	[1250, '1.250 mails'],
	// Rounded when it is written, so also when it is counted.
	[1.3, '1 mail'],
])('counts %s as people write it', (count, text) => {
	expect(counted(count, 'mail', 'mails')).toBe(text);
});

it('has a word for working days', () => {
	expect([workingDays(1), workingDays(5)]).toEqual(['1 werkdag', '5 werkdagen']);
});
