/** Numbers say what kind of thing they are, not which one: one M-number is as good as another. */
const NUMBER_KINDS: readonly [RegExp, string][] = [
	[/https?:\/\/\S+|www\.\S+/g, ' <url> '],
	[/(?<![\w.+-])[\w.+-]{1,100}@[\w-]{1,100}\.[\w.-]{1,200}/g, ' <mailadres> '],
	[/\b[mi]\s?\d{4}[\s-]?\d{3,4}\b/g, ' <meldnummer> '],
	[/(€|eur)\s?\d[\d.,]{0,20}(-|,-)?|\b\d[\d.,]{0,20}\s?euro\b/g, ' <bedrag> '],
	[
		/\b\d{1,2}(e)?\s?(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b(\s\d{4})?/g,
		' <datum> ',
	],
	[/\b\d{1,2}[/-]\d{1,2}([/-]\d{2,4})?\b/g, ' <datum> '],
	[/\b\d{1,2}[.:]\d{2}\s?(uur|u)\b/g, ' <tijd> '],
	[/\b[a-z]?-?\d{1,2}\.\d{2,3}[a-z]?\b/g, ' <kamer> '],
	[/\b\d{1,2}e\b/g, ' <rang> '],
	[/\b\d{5,}\b/g, ' <nummer> '],
	[/\b\d+([.,]\d+)*\b/g, ' <getal> '],
];

const TOKEN = /<[a-z]+>|[a-z][a-z'-]*[a-z]|[a-z]|[?!]/g;

/** Lower case, without accents, so that "gênant" and "genant" are one word. */
export function foldText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[’‘`´]/g, "'")
		.toLowerCase();
}

/** Words of a text in order; numbers, dates, amounts and addresses become their kind, for example `<datum>`. */
export function tokens(text: string): string[] {
	let folded = foldText(text);
	for (const [pattern, kind] of NUMBER_KINDS) folded = folded.replace(pattern, kind);
	return folded.match(TOKEN) ?? [];
}
